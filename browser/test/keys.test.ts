import assert from 'node:assert/strict'
import { test } from 'node:test'
import { verbOf } from '../src/keys.ts'

const press = (key: string, more = {}) => ({
  key, altKey: false, ctrlKey: false, metaKey: false, repeat: false, ...more,
})

test('space, arrows, h and escape do what they say', () => {
  const verbs = [' ', 'ArrowRight', 'ArrowLeft', 'h', 'Escape'].map((key) => verbOf(press(key), false, true))
  assert.deepEqual(verbs, ['toggle', 'skip', 'back', 'hurts', 'leave'])
})

test('a button keeps its own space', () => {
  assert.equal(verbOf(press(' '), true, true), null)
  assert.equal(verbOf(press('ArrowRight'), true, true), 'skip')
})

test('shortcuts of the browser and held keys are left alone', () => {
  assert.equal(verbOf(press('h', { ctrlKey: true }), false, true), null)
  assert.equal(verbOf(press(' ', { repeat: true }), false, true), null)
})

test('letters can be switched off', () => {
  assert.equal(verbOf(press('h'), false, false), null)
  assert.equal(verbOf(press(' '), false, false), 'toggle')
})

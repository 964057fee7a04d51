import assert from 'node:assert/strict'
import { test } from 'node:test'
import { silence } from '../src/media.ts'
import { storeOn } from '../src/store.ts'

test('where storage is forbidden or full, memory keeps it', () => {
  const store = storeOn(() => {
    throw new DOMException('no', 'SecurityError')
  })
  store.set('a', '1')
  assert.equal(store.get('a'), '1')
  assert.deepEqual(store.keys(), ['a'])
  store.remove('a')
  assert.equal(store.get('a'), null)
})

test('otherwise the browser keeps it', () => {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    key: (index: number) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size
    },
  }
  const store = storeOn(() => storage)
  store.set('a', '1')
  assert.equal(kept.get('a'), '1')
  assert.deepEqual(store.keys(), ['a'])
})

test('silence is a sound file of ten seconds', () => {
  const bytes = silence()
  assert.equal(new TextDecoder().decode(bytes.slice(0, 4)), 'RIFF')
  assert.equal(bytes.length, 44 + 80_000)
  assert.ok(bytes.slice(44).every((sample) => sample === 128))
})

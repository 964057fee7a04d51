import assert from 'node:assert/strict'
import { test } from 'node:test'
import { add, opened, report } from '../src/ledger.ts'
import { forgetPlace, keepPlace, placeOf } from '../src/resume.ts'
import { fingerprint } from '../src/script.ts'
import { SCRIPT, dataOf, memory, scriptOf } from './making.ts'

const at = (seconds: number) => ({ at: seconds, script: fingerprint(SCRIPT), ledger: opened() })

test('a reload goes on where it was', () => {
  const store = memory()
  keepPlace(store, 's1', at(37.5))
  assert.equal(placeOf(store, dataOf(SCRIPT)).at, 37.5)
})

test('where it went on elsewhere, the later of the two places counts', () => {
  const store = memory()
  keepPlace(store, 's1', at(37.5))
  const done = [{ step: 0, exercise: 'e0', side: 'right' as const, seconds: 20 }]
  assert.equal(placeOf(store, dataOf(SCRIPT, { resume_at: 60, done })).at, 60)
  assert.equal(placeOf(store, dataOf(SCRIPT, { resume_at: 30, done })).at, 37.5)
})

test('a side that was told in part and begun again is gone on with', () => {
  const store = memory()
  const ledger = opened()
  add(ledger, SCRIPT, 10, 13.4)
  report(ledger, SCRIPT, SCRIPT.moments[1]!)
  keepPlace(store, 's1', { ...at(12), ledger })
  const done = [{ step: 0, exercise: 'e0', side: 'left' as const, seconds: 3 }]
  assert.equal(placeOf(store, dataOf(SCRIPT, { resume_at: 30, done })).at, 12)
})

test('what was told of one side in parts is summed', () => {
  const part = { step: 0, exercise: 'e0', side: 'left' as const, seconds: 7 }
  const { ledger } = placeOf(memory(), dataOf(SCRIPT, { done: [part, part] }))
  assert.equal(ledger.told['0:e0:left'], 14)
})

test('a place in another script or session says nothing', () => {
  const store = memory()
  keepPlace(store, 's1', at(37.5))
  assert.equal(placeOf(store, dataOf(scriptOf(['ready', 100, 0, 'both']))).at, 0)
  assert.equal(placeOf(store, dataOf(SCRIPT, { session: 's2' })).at, 0)
})

test('a damaged place says nothing', () => {
  const store = memory()
  store.set('psoas.place.s1', '{"at":')
  assert.equal(placeOf(store, dataOf(SCRIPT)).at, 0)
})

test('what was done before a reload is not told twice', () => {
  const store = memory()
  const ledger = opened()
  add(ledger, SCRIPT, 0, 30)
  keepPlace(store, 's1', { ...at(30), ledger })
  assert.equal(placeOf(store, dataOf(SCRIPT)).ledger.done['0:e0:left'], 20)
})

test('what the server knows of the session counts as done and told', () => {
  const done = [{ step: 0, exercise: 'e0', side: 'left' as const, seconds: 20 }]
  const { ledger } = placeOf(memory(), dataOf(SCRIPT, { resume_at: 30, done }))
  assert.deepEqual(ledger, { done: { '0:e0:left': 20 }, told: { '0:e0:left': 20 } })
})

test('a session that ended leaves no place', () => {
  const store = memory()
  keepPlace(store, 's1', at(37.5))
  forgetPlace(store, 's1')
  assert.equal(store.kept.size, 0)
})

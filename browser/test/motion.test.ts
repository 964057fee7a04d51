import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actionAt, gently, timeline } from '../src/figure/motion.ts'
import { scriptOf } from './making.ts'

/** A stretch of the right side, then of the left, then a movement: 155 seconds. */
const SCRIPT = scriptOf(
  ['ready', 20, 0, 'right', { pose: 'lying' }],
  ['step', 5, 0, 'right', { pose: 'lying' }],
  ['step', 5, 0, 'right', { pose: 'knee_up' }],
  ['step', 10, 0, 'right', { pose: 'straight' }],
  ['hold', 30, 0, 'right', { pose: 'straight' }],
  ['out', 5, 0, 'right', { pose: 'knee_up' }],
  ['switch', 10, 0, 'left', { pose: 'lying' }],
  ['step', 5, 0, 'left', { pose: 'knee_up' }],
  ['hold', 30, 0, 'left', { pose: 'straight' }],
  ['ready', 15, 1, 'both', { pose: 'sitting' }],
  ['count_in', 3, 1, 'both', { pose: 'sitting' }],
  ['move', 6, 1, 'both', { pose: 'up', beats: [{ at: 0, pose: 'up' }, { at: 4, pose: 'down' }] }],
  ['walk', 11, 2, 'both', { pose: 'walking' }],
)
const SPANS = timeline(SCRIPT.moments)
const at = (seconds: number) => actionAt(SPANS, seconds)
const way = (seconds: number) => {
  const { from, to, share } = at(seconds)
  return [from, to, Math.round(share * 100) / 100]
}

test('a step begins once its words have begun, and takes the rest of its time', () => {
  assert.deepEqual(way(25.5), ['lying', 'lying', 1])
  assert.deepEqual(way(25.6), ['lying', 'knee_up', 0])
  assert.deepEqual(way(27.8), ['lying', 'knee_up', 0.5])
  assert.deepEqual(way(30.5), ['lying', 'knee_up', 1])
})

test('no step takes longer than six seconds', () => {
  assert.deepEqual(way(36.7), ['knee_up', 'straight', 1])
})

test('a hold stays, and breathes', () => {
  assert.deepEqual(way(50), ['straight', 'straight', 1])
  const breaths = [42, 44, 46, 48].map((seconds) => at(seconds).breath)
  assert.ok(Math.max(...breaths) > 0.3 && Math.min(...breaths) < -0.3)
  assert.ok(Math.abs(at(69.99).breath) < 0.02)
  assert.equal(at(37).breath, 0)
})

test('changing sides first goes to where the other side begins, then turns to it', () => {
  assert.deepEqual(way(75.3), ['knee_up', 'knee_up', 1])
  assert.equal(at(75.3).side, 'right')
  const going = at(77)
  assert.deepEqual([going.side, going.from, going.to, going.turn], ['right', 'knee_up', 'lying', 1])
  const turning = at(80)
  assert.deepEqual([turning.side, turning.from, turning.to], ['left', 'lying', 'lying'])
  assert.ok(turning.turn > 0 && turning.turn < 1)
  assert.equal(at(84.9).turn, 1)
})

test('getting ready shows the way in, and is back where it begins in time', () => {
  const seen = new Set(Array.from({ length: 200 }, (_, i) => at(i / 10).to))
  assert.deepEqual([...seen], ['lying', 'knee_up', 'straight'])
  assert.deepEqual(way(0.5), ['lying', 'lying', 1])
  assert.equal(way(19.9)[1], 'lying')
  assert.ok(at(19.9).share === 1)
})

test('a movement without a way in shows itself', () => {
  const seen = new Set(Array.from({ length: 150 }, (_, i) => at(120 + i / 10).to))
  assert.deepEqual([...seen], ['sitting', 'up', 'down'])
})

test('with too little time it waits where it begins', () => {
  const hurried = timeline(scriptOf(['ready', 4, 0, 'both'], ['step', 5, 0, 'both', { pose: 'far' }]).moments)
  assert.equal(actionAt(hurried, 3).to, 'there')
})

test('each beat moves to its pose until the next one', () => {
  assert.deepEqual(way(140), ['sitting', 'up', 0.5])
  assert.deepEqual(way(143), ['up', 'down', 0.5])
  assert.equal(at(143).pose, 'down')
})

test('walking goes on and on', () => {
  assert.deepEqual([at(146.6).walked, at(150).walked].map((seconds) => Math.round(seconds! * 10)), [20, 54])
})

test('it knows the poses of this side in their order', () => {
  assert.deepEqual(at(50).poses, ['lying', 'knee_up', 'straight'])
  assert.deepEqual(at(140).poses, ['sitting', 'up', 'down'])
})

test('the body never jumps but to another exercise or to the other side', () => {
  let last = at(0)
  for (let seconds = 0; seconds < SCRIPT.seconds; seconds += 0.02) {
    const now = at(seconds)
    const same = now.exercise === last.exercise && now.side === last.side
    if (same && now.from !== last.from) assert.equal(now.from, last.to, `at ${seconds}`)
    if (same && now.from === last.from) assert.ok(Math.abs(now.share - last.share) < 0.05 || now.to !== last.to)
    last = now
  }
})

test('a movement begins and ends gently', () => {
  assert.deepEqual([gently(-1), gently(0), gently(0.5), gently(1), gently(2)], [0, 0, 0.5, 1, 1])
  assert.ok(gently(0.1) < 0.01)
})

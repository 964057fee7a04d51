import assert from 'node:assert/strict'
import { test } from 'node:test'
import { due } from '../src/cues.ts'
import { frameAt } from '../src/frame.ts'
import { texts } from '../src/texts.ts'
import { SCRIPT, TEXTS, scriptOf } from './making.ts'

const words = texts({ ...TEXTS, left: 'Links' })
const MOVES = scriptOf(
  ['count_in', 3, 0, 'both', { counts: true, cues: [{ at: 1, say: 'Two' }, { at: 2, say: 'One' }] }],
  ['move', 6, 0, 'both', {
    repetition: 3, repetitions: 10, set: 1, sets: 2,
    beats: [{ at: 0, pose: 'up' }, { at: 3, pose: 'down' }],
  }],
  ['walk', 300, 1, 'both', { counts: true, say: '' }],
)

test('a hold counts down and names its side in the page’s language', () => {
  const frame = frameAt(SCRIPT, 12.5, words)
  assert.equal(frame.count, '18')
  assert.equal(frame.side, 'Links')
  assert.equal(frame.share, 0.125)
  assert.equal(frame.whole, 0.125)
})

test('a cue is shown for a while, then the hold’s own words again', () => {
  assert.equal(frameAt(SCRIPT, 21, words).caption, 'Half-way.')
  assert.equal(frameAt(SCRIPT, 27, words).caption, 'hold')
})

test('repetitions count up, and the pose follows the beat', () => {
  const frame = frameAt(MOVES, 6.5, words)
  assert.equal(frame.count, '3')
  assert.equal(frame.side, '3 of 10 · set 1 of 2')
  assert.equal(frame.pose, 'down')
})

test('minutes are shown as minutes, and a moment without words shows its pose in words', () => {
  const frame = frameAt(MOVES, 9, words)
  assert.equal(frame.count, '5:00')
  assert.equal(frame.caption, 'Lying.')
})

test('the ending names the session, and no side', () => {
  const frame = frameAt(SCRIPT, 95, words)
  assert.deepEqual([frame.name, frame.side], ['Today', ''])
})

test('before the beginning and after the end it stays within', () => {
  assert.equal(frameAt(SCRIPT, -1, words).share, 0)
  assert.equal(frameAt(SCRIPT, 1e6, words).whole, 1)
})

test('each second is due once, however the ticks fall', () => {
  const once = due(MOVES, 0, 20).map((each) => each.at)
  const twice = [...due(MOVES, 0, 3), ...due(MOVES, 3, 20)].map((each) => each.at)
  assert.deepEqual(twice, once)
})

test('tones tell the rhythm: counting in, out and back', () => {
  const tones = due(MOVES, 0, 8).map(({ at, tone }) => [at, tone])
  assert.deepEqual(tones, [[1, 'tick'], [2, 'tick'], [3, null], [3, 'soft'], [6, 'soft']])
})

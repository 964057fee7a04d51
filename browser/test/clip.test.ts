import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { frameAt, mirrored, otherSide, readClip, stride, symmetric } from '../src/figure/clip.ts'
import type { ClipData } from '../src/figure/data.ts'

/** One point at each hip; it goes up by a metre, the right one first. */
const CLIP: ClipData = {
  exercise: 'e', sided: true, points: ['left_hip', 'right_hip'],
  frames: [[0, 0, -100, 0, 0, 100], [0, 0, 0, 0, 1000, 0], [0, 1000, 0, 0, 0, 0]],
  poses: { low: 0, high: 2, other: 1 },
  moves: { 'low>high': [0, 1, 2] },
  glows: [], straps: [], props: [], view: { around: 60, above: 12 }, stature: 1700, girth: 1,
  shows: {},
}
const clip = readClip(CLIP)
const heights = (points: Float64Array) => [points[1], points[4]]

test('frames are read from their differences, in metres', () => {
  assert.deepEqual(clip.frames.map((frame) => [...frame]), [
    [0, 0, -0.1, 0, 0, 0.1], [0, 0, -0.1, 0, 1, 0.1], [0, 1, -0.1, 0, 1, 0.1],
  ])
})

test('a way is gone along its frames, and backwards', () => {
  assert.deepEqual(heights(frameAt(clip, 'low', 'high', 0.25)), [0, 0.5])
  assert.deepEqual(heights(frameAt(clip, 'low', 'high', 1)), [1, 1])
  assert.deepEqual(heights(frameAt(clip, 'high', 'low', 0.25)), [0.5, 1])
})

test('a way nobody knows is jumped, and so is a pose nobody knows', () => {
  assert.deepEqual(heights(frameAt(clip, 'low', 'other', 0.4)), [0, 0])
  assert.deepEqual(heights(frameAt(clip, 'low', 'other', 0.6)), [0, 1])
  assert.deepEqual(heights(frameAt(clip, 'where', 'where', 1)), [0, 0])
})

test('in the mirror the sides have changed places', () => {
  const points = frameAt(clip, 'other', 'other', 1)
  assert.deepEqual([...mirrored(clip, points, points.slice())], [0, 1, -0.1, 0, 0, 0.1])
})

test('names of the other side', () => {
  const names = ['left_foot_index', 'mouth_right', 'mid_ear', 'nose'].map(otherSide)
  assert.deepEqual(names, ['right_foot_index', 'mouth_left', 'mid_ear', 'nose'])
})

test('a pose is symmetric where its mirror image is the same, its props too', () => {
  assert.equal(symmetric(clip, 'low'), true)
  assert.equal(symmetric(clip, 'other'), false)
  const wall = { colour: 'wall', radius: 20, poses: null, points: [[0, 0, 500] as [number, number, number]] }
  assert.equal(symmetric(readClip({ ...CLIP, props: [wall] }), 'low'), false)
})

test('walking goes through all poses but the first, again and again', () => {
  assert.deepEqual(stride(clip, 0).slice(0, 2), ['high', 'other'])
  assert.deepEqual(stride(clip, 0.4).slice(0, 2), ['other', 'high'])
})

test('a real clip keeps its bones as long as they are on every way', () => {
  const { clip: data } = JSON.parse(readFileSync(new URL('figure.json', import.meta.url), 'utf8')) as { clip: ClipData }
  const real = readClip(data)
  const [knee, ankle] = ['right_knee', 'right_ankle'].map((name) => 3 * data.points.indexOf(name)) as [number, number]
  const long = (points: Float64Array) => Math.hypot(...[0, 1, 2].map((i) => points[knee + i]! - points[ankle + i]!))
  for (const way of Object.keys(data.moves)) {
    const [from, to] = way.split('>') as [string, string]
    for (let share = 0; share <= 1; share += 0.05) {
      assert.ok(Math.abs(long(frameAt(real, from, to, share)) - 0.246 * 1.7) < 0.012, `${way} ${share}`)
    }
  }
})

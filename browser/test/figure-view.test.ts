import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axesOf, betweenViews, fit, otherView, placed, roomBeside, turned } from '../src/figure/view.ts'

const rounded = (numbers: readonly number[]) => numbers.map((n) => Math.round(n * 1000) / 1000 + 0)

test('from the front one looks back along X, and the right hand is on the left', () => {
  assert.deepEqual(rounded(axesOf({ around: 0, above: 0 })), [0, 0, -1, 0, 1, 0, 1, 0, 0])
})

test('the axes are square to each other, wherever one looks from', () => {
  for (const view of [{ around: 33, above: 20 }, { around: -150, above: 80 }]) {
    const axes = axesOf(view)
    const dot = (i: number, j: number) => [0, 1, 2].reduce((sum, k) => sum + axes[3 * i + k]! * axes[3 * j + k]!, 0)
    assert.deepEqual(rounded([dot(0, 0), dot(1, 1), dot(2, 2), dot(0, 1), dot(0, 2), dot(1, 2)]), [1, 1, 1, 0, 0, 0])
  }
})

test('from one side to the other it goes the shorter way round', () => {
  const way = (around: number) => {
    const view = { around, above: 10 }
    return betweenViews(view, otherView(view), 0.5).around
  }
  assert.equal(way(60), 0)
  assert.equal(way(-60), 0)
  assert.equal(Math.abs(way(150)), 180)
})

test('no view goes below the floor or over the top', () => {
  const best = { around: 60, above: 12 }
  assert.equal(turned(best, { around: 400, above: 500 }).above, 86)
  assert.equal(turned(best, { around: 0, above: -500 }).above, -8)
})

const LYING = { left: -1, right: 1, bottom: 0, top: 0.5 }
const STANDING = { left: -0.25, right: 0.25, bottom: 0, top: 1.75 }
const STAGE = { x: 0, y: 0, width: 360, height: 300 }
const DIAL = { x: 240, y: 0, width: 120, height: 120 }

test('a lying figure goes below the corner, a standing one beside it', () => {
  assert.deepEqual(roomBeside(STAGE, DIAL, LYING), { x: 0, y: 120, width: 360, height: 180 })
  assert.deepEqual(roomBeside(STAGE, DIAL, STANDING), { x: 0, y: 0, width: 240, height: 300 })
  assert.equal(roomBeside(STAGE, null, LYING), STAGE)
})

test('a figure stands in the middle of its room and never grows', () => {
  const { scale, x, y } = placed(LYING, STAGE, 1000)
  assert.deepEqual([scale, x, y], [180, 180, 195])
  assert.equal(placed(LYING, STAGE, 100).scale, 100)
  assert.equal(fit(LYING, STAGE), 180)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stillsIn } from '../src/figure/stills.ts'
import { axesOf, betweenViews, fit, otherView, placed, spotFor, turned, type Frame } from '../src/figure/view.ts'

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
/** Discs along the frame's lower edge and up its middle. */
function discs({ left, right, bottom, top }: Frame): number[] {
  return [left + 0.1, bottom + 0.1, 0.1, right - 0.1, bottom + 0.1, 0.1, 0, top - 0.1, 0.1]
}

const BUTTONS = { x: 0, y: 0, width: 90, height: 90 }
const DIAL = { x: 240, y: 0, width: 120, height: 120 }

test('a figure gets as large as it can without lying under what is in the corners', () => {
  const lying = spotFor(LYING, STAGE, [BUTTONS, DIAL], discs(LYING))
  assert.deepEqual([lying.scale, lying.y], [180, 150])
  const lower = spotFor(LYING, STAGE, [{ ...DIAL, height: 200 }], discs(LYING))
  assert.ok(lower.scale > 150 && lower.y > 180, JSON.stringify(lower))
  const standing = spotFor(STANDING, STAGE, [BUTTONS, DIAL], discs(STANDING))
  assert.deepEqual([standing.scale, standing.y], [fit(STANDING, STAGE), 150])
})

test('with nothing in the corners it is in the middle', () => {
  assert.deepEqual(spotFor(LYING, STAGE, [], discs(LYING)), { scale: 180, x: 180, y: 150 })
})

test('turned, a figure stays where it is and never grows', () => {
  const spot = { scale: 100, x: 180, y: 200 }
  assert.deepEqual(placed(LYING, STAGE, spot), { scale: 100, x: 180, y: 225 })
  const { scale, y } = placed({ ...LYING, top: 4 }, STAGE, spot)
  assert.deepEqual([scale, y], [75, 300])
})

test('where motion is unwelcome, all poses lie side by side below the one of now', () => {
  const { large, small } = stillsIn(STAGE, 3)
  assert.equal(small.length, 3)
  for (const [i, room] of small.entries()) {
    assert.ok(room.y >= large.y + large.height)
    assert.ok(room.x + room.width <= (small[i + 1]?.x ?? STAGE.width))
  }
  assert.deepEqual(stillsIn(STAGE, 1), { large: STAGE, small: [] })
})

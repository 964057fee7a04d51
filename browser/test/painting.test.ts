import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { frameAt, mirrored, readClip } from '../src/figure/clip.ts'
import type { Body, ClipData } from '../src/figure/data.ts'
import { Order } from '../src/figure/order.ts'
import { ARC, CORNERS, WHOLE, outlineOf, trace, type Discs, type Outline, type Rim } from '../src/figure/outline.ts'
import { frameOf, place } from '../src/figure/painting.ts'
import { sceneOf, type Piece } from '../src/figure/scene.ts'
import { axesOf, otherView, type View } from '../src/figure/view.ts'

interface Told { id: string; colour: string; near: number; outline: number[]; lit: number[] }
interface Fixture {
  body: Body
  clip: ClipData
  pose: string
  view: View
  behind: Told[]
  shadow: number[][]
  pieces: Told[]
}

/** What `tools/figure_fixture.py` wrote: one pose as Python paints it. */
const told = JSON.parse(readFileSync(new URL('figure.json', import.meta.url), 'utf8')) as Fixture
const clip = readClip(told.clip)
const points = frameAt(clip, told.pose, told.pose, 1)

function painted(view = told.view, at = points) {
  const scene = sceneOf(told.body, clip)
  place(scene, at, axesOf(view))
  const order = new Order(scene)
  return { scene, sorted: order.now() }
}

const { scene, sorted } = painted()
const LIT: Rim = { scale: told.body.lit, moved: told.body.light }

function outlined(piece: Piece, rim: Rim = WHOLE, discs: Discs = scene.balls): number[] {
  const into = outlineOf(piece.count)
  trace(discs, piece.first, piece.count, rim, into)
  return cornersOf(into)
}

/** All corners of an outline: x, y, x, y, … */
function cornersOf(outline: Outline): number[] {
  return Array.from({ length: outline.length / ARC }, (_, i) => ARC * i).flatMap((arc) => {
    const [x, y, radius, from, to] = [...outline.arcs.slice(arc, arc + ARC)] as [number, number, number, number, number]
    const corners = Array.from({ length: to - from + 1 }, (_, k) => from + k)
    const turns = corners.map((corner) => (2 * Math.PI * corner) / CORNERS)
    return turns.flatMap((turn) => [x + radius * Math.cos(turn), y + radius * Math.sin(turn)])
  })
}

/** Both outlines go round the same corners, within half a millimetre. */
function assertSame(own: number[], other: number[], name: string): void {
  const corners = (list: number[]) => Array.from({ length: list.length / 2 }, (_, i) => list.slice(2 * i, 2 * i + 2))
  const near = (a: number[], b: number[]) => Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!) < 5e-4
  const missing = (some: number[][], from: number[][]) => some.filter((a) => !from.some((b) => near(a, b)))
  assert.deepEqual(missing(corners(other), corners(own)), [], `${name}: corners left out`)
  assert.deepEqual(missing(corners(own), corners(other)), [], `${name}: corners too many`)
}

test('pieces hide each other as Python has it', () => {
  assert.deepEqual(sorted.map(nameOf), told.pieces.map(nameOf))
})

function nameOf(piece: { id: string; colour: string }): string {
  return ['strap', 'chair'].includes(piece.colour) ? piece.colour : piece.id
}

test('outlines and light parts are those of Python', () => {
  for (const [i, piece] of sorted.entries()) {
    assertSame(outlined(piece), told.pieces[i]!.outline, piece.id)
    assertSame(outlined(piece, LIT), told.pieces[i]!.lit, piece.id)
  }
})

test('the far limb is as far as in Python', () => {
  for (const [i, piece] of sorted.entries()) {
    assert.ok(Math.abs(piece.near - told.pieces[i]!.near) < 0.002, piece.id)
  }
})

test('the shadow lies where Python has it', () => {
  const shadowed = scene.pieces.filter((piece) => piece.shadowed)
  assert.equal(shadowed.length, told.shadow.length)
  for (const [i, piece] of shadowed.entries()) {
    assertSame(outlined(piece, { ...WHOLE, scale: 0.8 }, scene.floor), told.shadow[i]!, piece.id)
  }
})

test('walls and mats lie behind', () => {
  const behind = scene.pieces.filter((piece) => piece.behind)
  assert.deepEqual(behind.map((piece) => piece.colour), told.behind.map((piece) => piece.colour))
})

test('an outline goes round anticlockwise, whatever the discs', () => {
  const discs = {
    x: Float64Array.of(0, 1, 0.2, 0.5, 0.5),
    y: Float64Array.of(0, 0.3, 0.9, 0.4, 0.4),
    radius: Float64Array.of(0.2, 0.05, 0.1, 0.1, 0.1),
  }
  const into = outlineOf(5)
  trace(discs, 0, 5, WHOLE, into)
  const corners = cornersOf(into)
  const at = (i: number, axis: number) => corners[(2 * i + axis) % corners.length]!
  for (let i = 0; i < corners.length / 2; i++) {
    const [x, y] = [at(i + 1, 0) - at(i, 0), at(i + 1, 1) - at(i, 1)]
    const turn = x * (at(i + 2, 1) - at(i + 1, 1)) - y * (at(i + 2, 0) - at(i + 1, 0))
    assert.ok(turn > -1e-9, `corner ${i}`)
  }
})

test('the left side is the right one in a mirror', () => {
  const left = painted(otherView(told.view), mirrored(clip, points, points.slice()))
  const [own, other] = [frameOf(scene), frameOf(left.scene)]
  for (const [one, two] of [[own.left, -other.right], [own.right, -other.left], [own.top, other.top]] as const) {
    assert.ok(Math.abs(one - two) < 1e-9)
  }
  const swapped = (id: string) => id.replace(/left|right/, (side) => (side === 'left' ? 'right' : 'left'))
  const near = new Map(left.sorted.map((piece) => [piece.id, piece.near]))
  for (const piece of sorted) assert.ok(Math.abs(near.get(swapped(piece.id))! - piece.near) < 1e-9, piece.id)
})

test('a breath makes chest and belly wider, and nothing else', () => {
  const before = scene.balls.radius.slice()
  place(scene, points, axesOf(told.view), 1)
  const swollen = scene.pieces.filter((piece) => scene.balls.radius[piece.first]! > before[piece.first]! * 1.02)
  assert.deepEqual(swollen.map((piece) => piece.id).sort(), ['belly', 'chest'])
  place(scene, points, axesOf(told.view))
})

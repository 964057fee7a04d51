// Where body and props lie on the picture. The same rules as `drawing/painting.py`.

import type { Balls, Piece, Scene } from './scene.ts'
import type { Axes, Frame } from './view.ts'

const BREATH = 0.025

/** Put everything where it lies on the picture; `breath` is −1 (out) to 1 (in). */
export function place(scene: Scene, points: Float64Array, axes: Axes, breath = 0): void {
  see(points, axes, scene.seen, scene.heights)
  combine(scene, axes)
  for (const piece of scene.pieces) {
    swell(scene.balls, piece, piece.breathes ? 1 + BREATH * breath : 1)
    piece.near = piece.limb ? nearness(piece.limb, scene) : 1
    if (piece.colour === 'strap') piece.there = Number(long(scene.balls, piece.first) > NO_STRAP)
    box(scene.balls, piece)
  }
  for (const glow of scene.glows) swell(scene.balls, glow, 1)
}

function see(points: Float64Array, axes: Axes, seen: Float64Array, heights: Float64Array): void {
  for (let i = 0, at = 0; at < points.length; i++, at += 3) {
    const x = points[at]!
    const y = points[at + 1]!
    const z = points[at + 2]!
    heights[i] = y
    seen[at] = x * axes[0]! + y * axes[1]! + z * axes[2]!
    seen[at + 1] = x * axes[3]! + y * axes[4]! + z * axes[5]!
    seen[at + 2] = x * axes[6]! + y * axes[7]! + z * axes[8]!
  }
}

/** The middles of all balls from the points that make them, and of their shadows. */
function combine({ balls, floor, seen, heights }: Scene, axes: Axes): void {
  for (let ball = 0; ball < balls.x.length; ball++) {
    let x = 0
    let y = 0
    let depth = 0
    let height = 0
    for (let at = balls.start[ball]!; at < balls.start[ball + 1]!; at++) {
      const point = balls.points[at]!
      const share = balls.shares[at]!
      x += share * seen[3 * point]!
      y += share * seen[3 * point + 1]!
      depth += share * seen[3 * point + 2]!
      height += share * heights[point]!
    }
    balls.x[ball] = x
    balls.y[ball] = y
    balls.depth[ball] = depth
    floor.y[ball] = y - height * axes[4]!
  }
}

/** Metres: a strap shorter than this isn't held. */
const NO_STRAP = 0.002

/** From a ball to the next. */
function long({ x, y, depth }: Balls, first: number): number {
  return Math.hypot(x[first + 1]! - x[first]!, y[first + 1]! - y[first]!, depth[first + 1]! - depth[first]!)
}

function swell(balls: Balls, { first, count }: { first: number; count: number }, by: number): void {
  for (let i = first; i < first + count; i++) balls.radius[i] = balls.usual[i]! * by
}

/** 1 before the other limb or level with it, 0 well behind; the same all along. */
function nearness([own, opposite]: [number[], number[]], scene: Scene): number {
  const behind = depthOf(opposite, scene.seen) - depthOf(own, scene.seen)
  return Math.min(1, Math.max(0, 1 - behind / scene.far))
}

function depthOf(points: number[], seen: Float64Array): number {
  let sum = 0
  for (const point of points) sum += seen[3 * point + 2]!
  return sum / points.length
}

/** The box around a piece. */
function box({ x, y, radius }: Balls, piece: Piece): void {
  piece.left = piece.bottom = Infinity
  piece.right = piece.top = -Infinity
  for (let i = piece.first; i < piece.first + piece.count; i++) {
    piece.left = Math.min(piece.left, x[i]! - radius[i]!)
    piece.right = Math.max(piece.right, x[i]! + radius[i]!)
    piece.bottom = Math.min(piece.bottom, y[i]! - radius[i]!)
    piece.top = Math.max(piece.top, y[i]! + radius[i]!)
  }
}

/** What may reach out of the picture. */
const CUT = new Set(['wall', 'doorway'])

/** The frame around body and props as they were placed last. */
export function frameOf(scene: Scene): Frame {
  const frame = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity }
  for (const piece of scene.pieces) {
    if (CUT.has(piece.colour)) continue
    frame.left = Math.min(frame.left, piece.left)
    frame.right = Math.max(frame.right, piece.right)
    frame.bottom = Math.min(frame.bottom, piece.bottom)
    frame.top = Math.max(frame.top, piece.top)
  }
  return frame
}

/** Discs that body and props cover as they were placed last: x, y, radius, and so on. */
export function coverOf({ pieces, balls }: Scene): number[] {
  const shown = pieces.filter((piece) => !piece.behind && !CUT.has(piece.colour))
  return shown.flatMap(({ first, count }) =>
    Array.from({ length: count }, (_, i) => first + i).flatMap((ball) => [
      balls.x[ball]!, balls.y[ball]!, balls.radius[ball]!,
    ]),
  )
}

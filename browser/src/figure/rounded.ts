// Goes along an outline on a canvas: straight between discs, round on them.
//
// Arcs are Bézier curves with everything about their angles known beforehand: that costs the
// canvas a third of what `arc` does, and is not a tenth of a pixel away from it.

import { ARC, CORNERS, type Outline } from './outline.ts'

export type Line = Pick<CanvasRenderingContext2D, 'bezierCurveTo' | 'lineTo' | 'moveTo'>

/** Corners that one curve goes round at most: about a third of a disc. */
const MOST = Math.floor(CORNERS / 3)
const TURN = (2 * Math.PI) / CORNERS

/** Twice around, for an outline may begin before the first corner. */
const COSINE = Float64Array.from({ length: 2 * CORNERS + 1 }, (_, corner) => Math.cos(corner * TURN))
const SINE = Float64Array.from({ length: 2 * CORNERS + 1 }, (_, corner) => Math.sin(corner * TURN))
/** How far a curve's handles reach, in radii, by how many corners it goes round. */
const HANDLE = Float64Array.from({ length: MOST + 1 }, (_, corners) => (4 / 3) * Math.tan((corners * TURN) / 4))

/** Adds an outline to the canvas' path, so many metres outside of it; it isn't closed for a stroke. */
export function follow(on: Line, { arcs, length }: Outline, outside = 0): void {
  for (let i = 0; i < length; i += ARC) {
    const x = arcs[i]!
    const y = arcs[i + 1]!
    const radius = arcs[i + 2]! + outside
    const from = arcs[i + 3]! + CORNERS
    const startX = x + radius * COSINE[from]!
    const startY = y + radius * SINE[from]!
    if (i === 0) on.moveTo(startX, startY)
    else on.lineTo(startX, startY)
    bend(on, x, y, radius, from, arcs[i + 4]! + CORNERS)
  }
}

function bend(on: Line, x: number, y: number, radius: number, from: number, to: number): void {
  for (let start = from; start < to; start += MOST) {
    const end = Math.min(to, start + MOST)
    const handle = HANDLE[end - start]!
    on.bezierCurveTo(
      x + radius * (COSINE[start]! - handle * SINE[start]!),
      y + radius * (SINE[start]! + handle * COSINE[start]!),
      x + radius * (COSINE[end]! + handle * SINE[end]!),
      y + radius * (SINE[end]! - handle * COSINE[end]!),
      x + radius * COSINE[end]!,
      y + radius * SINE[end]!,
    )
  }
}

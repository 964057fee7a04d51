// Discs all over a piece: what tells which of two pieces lies before the other.

import type { Balls, Piece } from './scene.ts'

const STEPS = 5

/** Room for the discs of so many balls: some along the way between each two of them. */
export function roomForSamples(balls: number): Float64Array {
  return new Float64Array(4 * (balls === 1 ? 1 : (STEPS * balls * (balls - 1)) / 2))
}

/** Spread discs over a piece, and note their mean depth. */
export function sample(balls: Balls, piece: Piece): void {
  const { samples, first, count, lift } = piece
  let at = 0
  for (let i = first; i < first + count; i++) {
    if (count === 1) at = disc(balls, i, i, 0, samples, at)
    for (let j = i + 1; j < first + count; j++) {
      for (let step = 0; step < STEPS; step++) {
        at = disc(balls, i, j, step / (STEPS - 1), samples, at)
      }
    }
  }
  let sum = 0
  for (let k = 2; k < at; k += 4) sum += samples[k]! += lift
  piece.depth = sum / (at / 4)
}

function disc(
  balls: Balls, i: number, j: number, share: number, samples: Float64Array, at: number,
): number {
  const rest = 1 - share
  samples[at] = balls.x[i]! * rest + balls.x[j]! * share
  samples[at + 1] = balls.y[i]! * rest + balls.y[j]! * share
  samples[at + 2] = balls.depth[i]! * rest + balls.depth[j]! * share
  samples[at + 3] = balls.radius[i]! * rest + balls.radius[j]! * share
  return at + 4
}


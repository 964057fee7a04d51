// Discs all over a piece: what tells which of two pieces lies before the other.

import type { Balls, Piece } from './scene.ts'

/** Between each two balls; the balls themselves count once for each other one. */
const BETWEEN = [0.25, 0.5, 0.75]

/** Numbers a disc: right, up, nearness, radius, and how often it counts. */
export const DISC = 5

/** Room for the discs of so many balls: some along the way between each two of them. */
export function roomForSamples(balls: number): Float64Array {
  const pairs = (balls * (balls - 1)) / 2
  return new Float64Array(DISC * (balls + BETWEEN.length * pairs))
}

/** Spread discs over a piece, and note their mean depth. */
export function sample(balls: Balls, piece: Piece): void {
  const { samples, first, count } = piece
  let at = 0
  for (let i = first; i < first + count; i++) {
    at = disc(balls, piece, i, i, 0, at, count - 1 || 1)
    for (let j = i + 1; j < first + count; j++) {
      for (let step = 0; step < BETWEEN.length; step++) {
        at = disc(balls, piece, i, j, BETWEEN[step]!, at, 1)
      }
    }
  }
  piece.depth = meanDepth(samples)
}

function disc(
  balls: Balls, { samples, lift }: Piece, i: number, j: number, share: number, at: number, times: number,
): number {
  const rest = 1 - share
  samples[at] = balls.x[i]! * rest + balls.x[j]! * share
  samples[at + 1] = balls.y[i]! * rest + balls.y[j]! * share
  samples[at + 2] = balls.depth[i]! * rest + balls.depth[j]! * share + lift
  samples[at + 3] = balls.radius[i]! * rest + balls.radius[j]! * share
  samples[at + 4] = times
  return at + DISC
}

function meanDepth(samples: Float64Array): number {
  let sum = 0
  let count = 0
  for (let at = 0; at < samples.length; at += DISC) {
    sum += samples[at + 2]! * samples[at + 4]!
    count += samples[at + 4]!
  }
  return sum / count
}

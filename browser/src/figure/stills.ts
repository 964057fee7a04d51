// Where motion is unwelcome: the pose of now, and below it all poses of the exercise side by side.

import type { Room } from './view.ts'

const GAP = 8
const STRIP = { share: 0.3, least: 64, most: 190 }

export interface Stills {
  /** For the pose of now. */
  large: Room
  /** For each pose, from left to right; none where there is only one. */
  small: Room[]
}

export function stillsIn(whole: Room, count: number): Stills {
  if (count < 2) return { large: whole, small: [] }
  const height = Math.min(STRIP.most, Math.max(STRIP.least, whole.height * STRIP.share))
  const large = { ...whole, height: Math.max(0, whole.height - height - GAP) }
  const width = (whole.width - GAP * (count - 1)) / count
  const y = whole.y + whole.height - height
  const small = Array.from({ length: count }, (_, i) => ({
    x: whole.x + i * (width + GAP), y, width, height,
  }))
  return { large, small }
}

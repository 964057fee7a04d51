// Showing the way into an exercise and back, unhurried, while one gets ready.

export interface Way { start: number; seconds: number; from: string; to: string }

/** In the words' own time: they begin, each movement is seen, each pose looked at. */
const FIRST = 1.2
const MOVING = 2.2
const LOOKING = 0.5
const THERE = 1.5
const BACK = 0.6
/** Faster than this, it would only be restless. */
const LEAST = 0.5

/** Through some poses and back again by the same way; nothing where there is no time for it. */
export function wayIn(ready: { start: number; seconds: number; pose: string }, poses: string[]): Way[] {
  const there = legs([ready.pose, ...poses], MOVING)
  const back = legs([ready.pose, ...poses].reverse(), MOVING * BACK)
  const whole = FIRST + lasting(there) + THERE + lasting(back)
  const pace = Math.min(1, ready.seconds / whole)
  if (!poses.length || pace < LEAST) return []
  const returning = FIRST + lasting(there) + THERE
  return [...laid(there, FIRST), ...laid(back, returning)].map((way) => ({
    ...way, start: ready.start + way.start * pace, seconds: way.seconds * pace,
  }))
}

function legs(poses: string[], seconds: number): Omit<Way, 'start'>[] {
  return poses.slice(1).map((to, i) => ({ from: poses[i]!, to, seconds }))
}

function lasting(ways: Omit<Way, 'start'>[]): number {
  return ways.reduce((sum, way) => sum + way.seconds + LOOKING, 0)
}

function laid(ways: Omit<Way, 'start'>[], first: number): Way[] {
  return ways.map((way, i) => ({ ...way, start: first + lasting(ways.slice(0, i)) }))
}

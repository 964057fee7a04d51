// An exercise's motion: where every point of the body is on the way from one pose to another.

import type { ClipData } from './data.ts'

export interface Clip {
  data: ClipData
  /** Points of the body in each frame, metres. */
  frames: Float64Array[]
  /** All points of props, metres. */
  props: Float64Array
  /** For each point of the body, its counterpart on the other side. */
  opposite: Int32Array
}

export function readClip(data: ClipData): Clip {
  const props = data.props.flatMap((prop) => prop.points.flat())
  return {
    data,
    frames: summed(data.frames),
    props: Float64Array.from(props, (length) => length / 1000),
    opposite: Int32Array.from(data.points, (name) => data.points.indexOf(otherSide(name))),
  }
}

function summed(differences: number[][]): Float64Array[] {
  let sum: number[] = []
  return differences.map((frame) => {
    sum = frame.map((value, i) => (sum[i] ?? 0) + value)
    return Float64Array.from(sum, (length) => length / 1000)
  })
}

/** `left_knee` for `right_knee`, `mouth_left` for `mouth_right`; what has no side stays. */
export function otherSide(name: string): string {
  return name.replace(/(^|_)(left|right)(?=_|$)/, (_, before: string, side: string) =>
    `${before}${side === 'left' ? 'right' : 'left'}`,
  )
}

/** Room for all points of body and props; those of the props are in place. */
export function pointsOf(clip: Clip): Float64Array {
  const points = new Float64Array(clip.data.points.length * 3 + clip.props.length)
  points.set(clip.props, clip.data.points.length * 3)
  return points
}

/** Where the body is after a `share` (0 to 1) of the way. A way nobody knows is jumped. */
export function frameAt(
  clip: Clip,
  from: string,
  to: string,
  share: number,
  points: Float64Array = pointsOf(clip),
): Float64Array {
  const way = clip.data.moves[`${from}>${to}`]
  const back = way ? undefined : clip.data.moves[`${to}>${from}`]
  if (way) between(clip, way, share, points)
  else if (back) between(clip, back, 1 - share, points)
  else points.set(stillIn(clip, share < 0.5 ? from : to))
  return points
}

/** The frame of a pose; of the first where it has no such pose. */
function stillIn(clip: Clip, pose: string): Float64Array {
  return clip.frames[clip.data.poses[pose] ?? 0] ?? clip.frames[0]!
}

function between(clip: Clip, way: number[], share: number, points: Float64Array): void {
  const place = Math.min(1, Math.max(0, share)) * (way.length - 1)
  const step = Math.min(Math.floor(place), Math.max(0, way.length - 2))
  const before = clip.frames[way[step]!]!
  const after = clip.frames[way[step + 1] ?? way[step]!]!
  mix(before, after, place - step, points)
}

/** So far from one body to another, point by point, up to the shorter one's end. */
export function mix(
  one: Float64Array,
  other: Float64Array,
  share: number,
  points: Float64Array,
): void {
  for (let i = 0; i < one.length; i++) points[i] = one[i]! + (other[i]! - one[i]!) * share
}

/** Body and props as in a mirror that stands along the body. */
export function mirrored(clip: Clip, points: Float64Array, out: Float64Array): Float64Array {
  const own = clip.opposite.length
  for (let i = 0; i < points.length / 3; i++) {
    const from = 3 * (i < own ? clip.opposite[i]! : i)
    out[3 * i] = points[from]!
    out[3 * i + 1] = points[from + 1]!
    out[3 * i + 2] = -points[from + 2]!
  }
  return out
}

const SECONDS_A_POSE = 0.36

/** The poses that follow each other in walking, all but the first: from, to and the share between. */
export function stride(clip: Clip, seconds: number): [string, string, number] {
  const [standing = '', ...poses] = Object.keys(clip.data.poses)
  const steps = seconds / SECONDS_A_POSE
  const from = Math.floor(steps)
  const pose = (number: number) => poses[number % poses.length] ?? standing
  return [pose(from), pose(from + 1), steps - from]
}

const FAR_APART = 0.12

/** Whether body and props in a pose look the same in a mirror, so that one can turn into the other. */
export function symmetric(clip: Clip, pose: string): boolean {
  const own = frameAt(clip, pose, pose, 1)
  const other = mirrored(clip, own, own.slice())
  const body = clip.data.points.map((_, i) => distance(own, i, other, i))
  return Math.max(...body) < FAR_APART && propsSymmetric(clip, own, other)
}

function propsSymmetric(clip: Clip, own: Float64Array, other: Float64Array): boolean {
  const first = clip.data.points.length
  const places = Array.from({ length: clip.props.length / 3 }, (_, i) => first + i)
  return places.every((i) => places.some((j) => distance(own, i, other, j) < FAR_APART))
}

function distance(one: Float64Array, i: number, other: Float64Array, j: number): number {
  const along = (axis: number) => one[3 * i + axis]! - other[3 * j + axis]!
  return Math.hypot(along(0), along(1), along(2))
}

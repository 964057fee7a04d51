// One round of an exercise to look at: the way in, a while of what it is, the way out.

import type { Side } from '../data.ts'
import type { Step } from './motion.ts'

/** An exercise's poses as its page names them. */
export interface Poses {
  exercise: string
  kind: string
  side: Side
  enter: string[]
  cycle: string[]
  out: string[]
}

const STILL = 1.5
const MOVING = 3.6
const BEAT = 2.6
const TIMES = 3
const STAYING = 8

export function roundOf(poses: Poses): Step[] {
  const { enter, cycle, out } = poses
  const first = enter[0] ?? cycle[0] ?? ''
  const steps = changes(first, enter).map((pose) => part('step', MOVING, pose))
  const home = changes(out.at(-1) ?? '', [first])
  const parts = [
    part('step', STILL, first),
    ...steps,
    ...work(poses),
    ...[...out, ...home].map((pose) => part('out', MOVING, pose)),
    part('rest', STILL, first),
  ]
  return laid(parts, poses)
}

/** The second at which it is what it is. */
export function heart(moments: readonly Step[]): number {
  const doing = moments.find(({ kind }) => ['hold', 'move', 'walk'].includes(kind))
  return doing ? doing.start + (doing.beats[1]?.at ?? 0) : 0
}

type Part = Pick<Step, 'kind' | 'seconds' | 'pose' | 'beats'>

function part(kind: string, seconds: number, pose: string, beats: Step['beats'] = []): Part {
  return { kind, seconds, pose, beats }
}

function work({ kind, enter, cycle }: Poses): Part[] {
  const pose = enter.at(-1) ?? ''
  if (kind === 'walking') return [part('walk', STAYING, pose)]
  if (!cycle.length) return [part('hold', STAYING, pose)]
  const beats = cycle.map((to, i) => ({ at: i * BEAT, pose: to }))
  return Array.from({ length: TIMES }, () => part('move', cycle.length * BEAT, cycle[0]!, beats))
}

/** Only what differs from the pose before. */
function changes(first: string, poses: string[]): string[] {
  return poses.filter((pose, i) => pose !== (poses[i - 1] ?? first))
}

function laid(parts: Part[], { exercise, side }: Poses): Step[] {
  let start = 0
  return parts.map((each) => {
    const moment = { ...each, start, exercise, side, step: 0 }
    start += each.seconds
    return moment
  })
}

// What the figure does at each second of a script. It knows the poses by name, not what they are.

import type { Moment, Side } from '../data.ts'
import { latest } from '../script.ts'
import { wayIn } from './rehearsing.ts'

export type Step = Pick<
  Moment,
  'start' | 'seconds' | 'kind' | 'step' | 'exercise' | 'pose' | 'side' | 'beats'
>

/** What the figure does: how far it is from one pose to another. */
export interface Action {
  /** Empty where nobody knows how it looks. */
  exercise: string
  side: Side
  from: string
  to: string
  /** 0 to 1 of the way, as a person goes it: gently away, gently there. */
  share: number
  /** The pose that is spoken of. */
  pose: string
  /** The poses of this exercise in their order. */
  poses: readonly string[]
  /** −1 (out) to 1 (in). */
  breath: number
  /** 0 to 1 of the way from the other side to this one. */
  turn: number
  /** Seconds of walking; null where nobody walks. */
  walked: number | null
}

/** A stretch of time with one movement at its beginning. */
interface Span {
  start: number
  /** Of the movement; what is left of the time is still. */
  seconds: number
  until: number
  from: string
  to: string
  moment: Step
  pose: string
  poses: readonly string[]
  doing: 'moving' | 'breathing' | 'walking' | 'turning'
}

/** The words begin first, then the body. */
const AFTER_THE_WORDS = 0.6
const LONGEST = 6
const SHORTEST = 0.8
const BREATH = 7
const CALM = 1.5

const BREATHING = new Set(['hold', 'ease'])

/** Every movement of a script in order. */
export function timeline(moments: readonly Step[]): Span[] {
  let pose = ''
  let before: Step | undefined
  return moments.flatMap((moment) => {
    const again = before?.exercise === moment.exercise && before.step === moment.step
    const spans = spansOf(moment, moments, again ? pose : moment.pose, again)
    pose = spans.at(-1)?.to ?? pose
    before = moment
    return spans
  })
}

function spansOf(moment: Step, moments: readonly Step[], pose: string, again: boolean): Span[] {
  const poses = posesOf(moments, moment)
  const span = spanMaker(moment, poses)
  switch (moment.kind) {
    case 'move':
      return beats(moment, pose, span)
    case 'ready':
      return shown(moment, moments, span)
    case 'switch':
      return again ? switched(moment, pose, span) : [span(moment.start, 0, pose, moment.pose)]
    default:
      return [gone(moment, pose, span)]
  }
}

type Make = (start: number, seconds: number, from: string, to: string, more?: Partial<Span>) => Span

function spanMaker(moment: Step, poses: readonly string[]): Make {
  return (start, seconds, from, to, more) => ({
    start, seconds, from, to, moment, poses,
    until: moment.start + moment.seconds, pose: moment.pose, doing: 'moving', ...more,
  })
}

/** To the moment's own pose, once its words have begun. */
function gone(moment: Step, pose: string, span: Make): Span {
  const wait = moment.seconds > AFTER_THE_WORDS + SHORTEST ? AFTER_THE_WORDS : 0
  const seconds = Math.min(LONGEST, moment.seconds - wait)
  const doing = BREATHING.has(moment.kind) ? 'breathing' : moment.kind === 'walk' ? 'walking' : 'moving'
  return span(moment.start + wait, seconds, pose, moment.pose, { doing })
}

/** From beat to beat, each movement as long as its beat. */
function beats(moment: Step, pose: string, span: Make): Span[] {
  let from = pose
  return moment.beats.map((beat, i) => {
    const until = moment.beats[i + 1]?.at ?? moment.seconds
    const made = span(moment.start + beat.at, until - beat.at, from, beat.pose, { pose: beat.pose })
    from = beat.pose
    return made
  })
}

/** Getting ready: the way into the exercise is shown once, and back to where it begins. */
function shown(moment: Step, moments: readonly Step[], span: Make): Span[] {
  const still = span(moment.start, 0, moment.pose, moment.pose)
  const ways = wayIn(moment, posesAhead(moments, moment))
  return [still, ...ways.map((way) => span(way.start, way.seconds, way.from, way.to))]
}

/** First to where the other side begins, then round to it. */
function switched(moment: Step, pose: string, span: Make): Span[] {
  const wait = Math.min(AFTER_THE_WORDS, moment.seconds / 4)
  const rest = Math.min(LONGEST, moment.seconds - wait)
  const moves = pose !== moment.pose
  const half = moves ? rest / 2 : 0
  const turning = span(moment.start + wait + half, rest - half, moment.pose, moment.pose, { doing: 'turning' })
  const own = { ...moment, side: otherSideOf(moment.side) }
  const first = span(moment.start, 0, pose, pose, { moment: own })
  const going = span(moment.start + wait, half, pose, moment.pose, { moment: own })
  return moves ? [first, going, turning] : [first, turning]
}

function otherSideOf(side: Side): Side {
  return side === 'both' ? side : side === 'left' ? 'right' : 'left'
}

const WAY = new Set(['ready', 'switch', 'step', 'move'])

/** The poses of one side of one exercise, each once, in the order in which they come. */
function posesOf(moments: readonly Step[], of: Step): string[] {
  const own = moments.filter((m) => m.step === of.step && m.exercise === of.exercise && m.side === of.side)
  const poses = own.flatMap((m) => (WAY.has(m.kind) ? [m.pose, ...m.beats.map((beat) => beat.pose)] : []))
  return [...new Set(poses.length ? poses : [of.pose])]
}

/** The poses of the way in that follow getting ready; of the first repetition where it has none. */
function posesAhead(moments: readonly Step[], ready: Step): string[] {
  const rest = moments.slice(moments.indexOf(ready) + 1)
  const steps = rest.slice(0, rest.findIndex((m) => m.kind !== 'step'))
  const entered = differing(ready.pose, steps.map((step) => step.pose))
  if (entered.length) return entered
  const first = rest.find((m) => m.kind === 'move' && m.step === ready.step)
  return differing(ready.pose, first?.beats.map((beat) => beat.pose) ?? [])
}

/** Without what is the same as the one before. */
function differing(first: string, poses: string[]): string[] {
  return poses.filter((pose, i) => pose !== (poses[i - 1] ?? first))
}

/** What the figure does at a second of the script. */
export function actionAt(spans: readonly Span[], seconds: number): Action {
  const span = latest(spans, (each) => each.start <= seconds) ?? spans[0]!
  const since = Math.max(0, seconds - span.start)
  const share = gently(span.seconds > 0 ? since / span.seconds : 1)
  const { moment, doing } = span
  return {
    exercise: moment.pose && moment.exercise, side: moment.side,
    from: span.from, to: span.to, pose: span.pose, poses: span.poses,
    share,
    breath: doing === 'breathing' ? breathAt(seconds - moment.start, span.until - seconds) : 0,
    turn: doing === 'turning' ? share : 1,
    walked: doing === 'walking' ? since : null,
  }
}

/** Minimum jerk: 0 to 1 as a person moves. */
export function gently(time: number): number {
  const t = Math.min(1, Math.max(0, time))
  return t ** 3 * (10 - 15 * t + 6 * t ** 2)
}

/** In and out, beginning and ending with an empty breath. */
function breathAt(since: number, left: number): number {
  const calm = Math.min(1, Math.max(0, left / CALM))
  return Math.sin((2 * Math.PI * since) / BREATH) * calm
}

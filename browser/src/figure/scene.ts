// What is painted of an exercise: the parts of the body and its props as pieces, made of balls.

import { otherSide, type Clip } from './clip.ts'
import type { Ball, Body, ClipData, PartData } from './data.ts'
import { outlineOf, type Discs, type Outline } from './outline.ts'
import { roomForSamples } from './sampling.ts'

/** The skin around some balls: what a part of the body or of a prop looks like. */
export interface Piece {
  id: string
  colour: string
  joins: string
  /** Whether it has no light part. */
  flat: boolean
  /** Metres by which it counts as nearer where it is asked what hides what. */
  lift: number
  behind: boolean
  /** The poses in which it is there; null: always. */
  poses: string[] | null
  shadowed: boolean
  breathes: boolean
  /** Its balls: the first, and how many. */
  first: number
  count: number
  /** Landmarks of its own limb and of the opposite one; none for what isn't a limb. */
  limb: [own: number[], opposite: number[]] | null
  /** 0 far to 1 near. */
  near: number
  /** 0 to 1: how much of it there is. */
  there: number
  /** Discs all over it, by `sampling.ts`. */
  samples: Float64Array
  depth: number
  left: number
  right: number
  bottom: number
  top: number
}

/** Where a muscle is felt: a soft light on a part of the body. */
export interface Glow {
  part: string
  opposite: string
  /** The part it is painted on now: one of the two. */
  on: string
  first: number
  count: number
  outline: Outline
}

/** Balls on the picture. */
export interface Balls extends Discs {
  depth: Float64Array
  /** As they are without a breath. */
  usual: Float64Array
  /** What makes their middles: from where in the two lists, which points, how much of each. */
  start: Int32Array
  points: Int32Array
  shares: Float64Array
}

/** Everything of an exercise that is painted. */
export interface Scene {
  body: Body
  pieces: Piece[]
  glows: Glow[]
  balls: Balls
  /** The same balls as their shadows on the floor. */
  floor: Discs
  /** Metres: how far behind the other a limb is when it is palest. */
  far: number
  /** Points on the picture: right, up and nearness. */
  seen: Float64Array
  /** Points above the floor. */
  heights: Float64Array
}

const SHADOWED = new Set(['shirt', 'trousers', 'skin'])
const BACKDROP = new Set(['wall', 'mat'])
const BREATHING = new Set(['chest', 'belly'])

/** A ball as points by their places, with how much of each, and its radius in metres. */
type Made = [points: number[], shares: number[], radius: number]

export function sceneOf(body: Body, clip: Clip): Scene {
  const { data } = clip
  const made: Made[] = []
  const add = (balls: Made[]) => ({ first: made.push(...balls) - balls.length, count: balls.length })
  const pieces = [
    ...body.parts.map((part) => bodyPiece(part, data, add)),
    ...propPieces(data, add),
    ...strapPieces(data, add),
  ]
  const glows = data.glows.map(({ part, points, radii }): Glow => {
    const balls = add(points.map((point, i) => single(point, radii[i]! / 1000)))
    const opposite = otherSide(part)
    return { part, opposite, on: part, ...balls, outline: outlineOf(balls.count) }
  })
  const count = data.points.length + clip.props.length / 3
  const balls = ballsOf(made)
  return {
    body, pieces, glows, balls,
    floor: { ...balls, y: balls.y.slice() },
    far: (body.far * data.stature) / 1000,
    seen: new Float64Array(3 * count),
    heights: new Float64Array(count),
  }
}

type Add = (balls: Made[]) => { first: number; count: number }

function single(point: number, radius: number): Made {
  return [[point], [1], radius]
}

const PLAIN = {
  joins: '', flat: true, lift: 0, behind: false, poses: null, shadowed: false, breathes: false, limb: null,
  near: 1, there: 1, depth: 0, left: 0, right: 0, bottom: 0, top: 0,
}

function bodyPiece(part: PartData, data: ClipData, add: Add): Piece {
  const balls = add(part.balls.map((ball) => madeOf(ball, data)))
  return {
    ...PLAIN, ...balls, samples: roomForSamples(balls.count),
    id: part.id, colour: part.clothes, joins: part.joins, flat: part.flat,
    lift: (part.lift * data.stature) / 1000,
    shadowed: SHADOWED.has(part.clothes),
    breathes: BREATHING.has(part.id),
    limb: limbOf(part, data),
  }
}

function madeOf(ball: Ball, data: ClipData): Made {
  const points = ball.w.map(([landmark]) => data.points.indexOf(landmark))
  const radius = (ball.r * data.stature * data.girth) / 1000
  return [points, ball.w.map(([, share]) => share), radius]
}

function strapPieces(data: ClipData, add: Add): Piece[] {
  return data.straps.flatMap(({ points, radius }, number) =>
    points.slice(1).map((point, i) => {
      const ends = [points[i]!, point].map((end) => single(end, radius / 1000))
      return { ...PLAIN, ...add(ends), samples: roomForSamples(2), id: `strap ${number} ${i}`, colour: 'strap' }
    }),
  )
}

function propPieces(data: ClipData, add: Add): Piece[] {
  let next = data.points.length
  return data.props.map(({ colour, points, radius, poses }, number) => {
    const balls = add(points.map(() => single(next++, radius / 1000)))
    const id = `prop ${number}`
    const behind = BACKDROP.has(colour)
    return { ...PLAIN, ...balls, samples: roomForSamples(balls.count), id, colour, behind, poses }
  })
}

const LEG = ['hip', 'knee', 'ankle']
const ARM = ['shoulder', 'elbow', 'wrist']

function limbOf(part: PartData, data: ClipData): Piece['limb'] {
  const [, side, name] = /^(left|right)_(.*)$/.exec(part.id) ?? []
  if (!side || !name || part.clothes === 'eye') return null
  const ends = /(thigh|shank|foot)$/.test(name) ? LEG : ARM
  const of = (which: string) => ends.map((end) => data.points.indexOf(`${which}_${end}`))
  return [of(side), of(side === 'left' ? 'right' : 'left')]
}

function ballsOf(made: Made[]): Balls {
  const room = () => new Float64Array(made.length)
  const starts = [0]
  for (const [points] of made) starts.push(starts.at(-1)! + points.length)
  return {
    x: room(), y: room(), depth: room(), radius: room(),
    usual: Float64Array.from(made, ([, , radius]) => radius),
    start: Int32Array.from(starts),
    points: Int32Array.from(made.flatMap(([points]) => points)),
    shares: Float64Array.from(made.flatMap(([, shares]) => shares)),
  }
}

// The picture on a canvas, by the same rules as `drawing/svg.py`. The canvas is measured in metres,
// upwards, by its transformation.

import { tone, type Colours } from './colours.ts'
import { WHOLE, outlineOf, trace, type Outline, type Rim } from './outline.ts'
import { follow, type Line } from './rounded.ts'
import type { Glow, Piece, Scene } from './scene.ts'

const SHADOW = { scale: 0.8, strength: 0.55 }
const RINGS = [ring(1, 0.3), ring(0.72, 0.4), ring(0.45, 0.55)]
/** The light part of a joint reaches a little further, so that no seam is left around it. */
const SEAMLESS = 1.5
const MOST_BALLS = 64

export type Surface = Line & Pick<
  CanvasRenderingContext2D,
  | 'arc' | 'beginPath' | 'clip' | 'closePath' | 'fill' | 'fillStyle' | 'globalAlpha' | 'lineJoin'
  | 'lineWidth' | 'restore' | 'save' | 'stroke' | 'strokeStyle'
>

/** The outlines of a piece; a flat one has no light part. */
interface Outlines { whole: Outline; lit: Outline | null }

/** Paints a scene; what stays the same from frame to frame is worked out once. */
export class Painter {
  private readonly scene: Scene
  private readonly joined: Map<Piece, Piece[]>
  /** By a part of the body: itself, what grows from it, and what it grows from. */
  private readonly around: Map<string, Piece[]>
  private readonly outlines: Map<Piece, Outlines>
  private readonly lit: Rim
  private readonly line: number
  private readonly spare = outlineOf(MOST_BALLS)
  private readonly done = new Set<Piece>()

  constructor(scene: Scene) {
    const { body, pieces } = scene
    this.scene = scene
    this.line = body.line
    this.lit = { scale: body.lit, moved: body.light }
    this.joined = new Map(pieces.map((piece) => [piece, pieces.filter((other) => joins(piece, other))]))
    this.around = new Map(pieces.map((piece) => [piece.id, pieces.filter((other) => bounds(piece, other))]))
    this.outlines = new Map(pieces.map((piece) => [piece, roomFor(piece)]))
  }

  paint(on: Surface, sorted: readonly Piece[], colours: Colours): void {
    on.lineWidth = this.line
    on.lineJoin = 'round'
    for (const piece of this.scene.pieces) this.outline(piece)
    for (const piece of this.scene.pieces) if (piece.behind) this.piece(on, piece, colours)
    this.shadow(on, colours)
    this.done.clear()
    for (const piece of sorted) {
      this.piece(on, piece, colours)
      for (const glow of this.scene.glows) if (glow.on === piece.id) this.glow(on, glow, colours)
      this.done.add(piece)
    }
  }

  private outline(piece: Piece): void {
    const { whole, lit } = this.outlines.get(piece)!
    this.trace(piece, WHOLE, whole)
    if (lit) this.trace(piece, this.lit, lit)
  }

  private trace(what: { first: number; count: number }, rim: Rim, into: Outline): void {
    trace(this.scene.balls, what.first, what.count, rim, into)
  }

  private piece(on: Surface, piece: Piece, colours: Colours): void {
    if (piece.there <= 0) return
    const { whole, lit } = this.outlines.get(piece)!
    if (piece.there < 1) on.globalAlpha = piece.there
    on.fillStyle = tone(colours, piece.colour, 'own', piece.near)
    on.strokeStyle = tone(colours, piece.colour, 'line', piece.near)
    on.beginPath()
    follow(on, whole)
    on.closePath()
    on.fill()
    on.stroke()
    if (lit) this.light(on, piece, lit, tone(colours, piece.colour, 'lit', piece.near))
    if (piece.there < 1) on.globalAlpha = 1
  }

  /** No line where one part grows out of another: its light part goes on from there. */
  private light(on: Surface, piece: Piece, lit: Outline, colour: string): void {
    const below = this.joined.get(piece)!.filter((other) => this.done.has(other))
    for (const other of below) {
      this.through(on, piece, other, this.line, this.outlines.get(other)!.whole, -this.line / 2)
    }
    on.fillStyle = colour
    fill(on, lit)
    for (const other of below) {
      this.through(on, piece, other, this.line * SEAMLESS, this.outlines.get(other)!.lit!)
    }
  }

  /** An outline through a round window where two pieces come closest. */
  private through(
    on: Surface, piece: Piece, other: Piece, wider: number, outline: Outline, outside = 0,
  ): void {
    on.save()
    this.window(on, piece, other, wider)
    on.clip()
    fill(on, outline, outside)
    on.restore()
  }

  /** The path of a disc there. */
  private window(on: Surface, piece: Piece, other: Piece, wider: number): void {
    const { x, y, radius } = this.scene.balls
    let least = Infinity
    let here = piece.first
    let there = other.first
    for (let i = piece.first; i < piece.first + piece.count; i++) {
      for (let j = other.first; j < other.first + other.count; j++) {
        const gap = (x[i]! - x[j]!) ** 2 + (y[i]! - y[j]!) ** 2
        if (gap >= least) continue
        least = gap
        here = i
        there = j
      }
    }
    on.beginPath()
    on.arc(x[here]!, y[here]!, Math.min(radius[here]!, radius[there]!) + wider, 0, 2 * Math.PI)
  }

  private shadow(on: Surface, { palette }: Colours): void {
    const { scene, spare } = this
    on.beginPath()
    for (const piece of scene.pieces) {
      if (!piece.shadowed) continue
      trace(scene.floor, piece.first, piece.count, FLOOR, spare)
      follow(on, spare)
    }
    on.fillStyle = palette.shadow
    on.globalAlpha = SHADOW.strength
    on.fill()
    on.globalAlpha = 1
  }

  private glow(on: Surface, glow: Glow, { palette }: Colours): void {
    on.save()
    this.within(on, glow.on)
    on.fillStyle = palette.glow
    for (const { rim, strength } of RINGS) {
      this.trace(glow, rim, glow.outline)
      on.globalAlpha = strength
      fill(on, glow.outline)
    }
    on.restore()
  }

  /** Nothing further is painted but on a part of the body and those around it. */
  private within(on: Surface, part: string): void {
    on.beginPath()
    for (const piece of this.around.get(part) ?? []) follow(on, this.outlines.get(piece)!.whole)
    on.clip()
  }
}

const FLOOR: Rim = { ...WHOLE, scale: SHADOW.scale }

function ring(scale: number, strength: number): { rim: Rim; strength: number } {
  return { rim: { ...WHOLE, scale }, strength }
}

function roomFor({ count, flat }: Piece): Outlines {
  return { whole: outlineOf(count), lit: flat ? null : outlineOf(count) }
}

function joins(piece: Piece, other: Piece): boolean {
  return grows(piece, other) && piece.colour === other.colour && !piece.flat && !other.flat
}

function bounds(piece: Piece, other: Piece): boolean {
  return piece === other || grows(piece, other)
}

/** Whether one of two pieces grows out of the other. */
function grows(piece: Piece, other: Piece): boolean {
  return piece.joins === other.id || other.joins === piece.id
}

function fill(on: Surface, outline: Outline, outside = 0): void {
  on.beginPath()
  follow(on, outline, outside)
  on.fill()
}

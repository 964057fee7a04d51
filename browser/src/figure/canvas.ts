// The picture on a canvas, by the same rules as `drawing/svg.py`. The canvas is measured in metres,
// upwards, by its transformation.

import { tone, type Colours } from './colours.ts'
import { WHOLE, outlineOf, trace, type Outline, type Rim } from './outline.ts'
import type { Glow, Piece, Scene } from './painting.ts'

const SHADOW = { scale: 0.8, strength: 0.55 }
const RINGS = [[1, 0.25], [0.72, 0.35], [0.45, 0.5]] as const
const MOST_BALLS = 64

export type Surface = Pick<
  CanvasRenderingContext2D,
  | 'arc' | 'beginPath' | 'clip' | 'closePath' | 'fill' | 'fillStyle' | 'globalAlpha' | 'lineJoin'
  | 'lineTo' | 'lineWidth' | 'moveTo' | 'restore' | 'save' | 'stroke' | 'strokeStyle'
>

/** Paints a scene; what stays the same from frame to frame is worked out once. */
export class Painter {
  private readonly scene: Scene
  private readonly joined: Map<Piece, Piece[]>
  private readonly lit: Rim
  private readonly inner: Rim
  private readonly line: number
  private readonly spare = outlineOf(MOST_BALLS)
  private readonly done = new Set<Piece>()

  constructor(scene: Scene) {
    const { body, pieces } = scene
    this.scene = scene
    this.line = body.line
    this.lit = { scale: body.lit, wider: 0, moved: body.light }
    this.inner = { ...WHOLE, wider: -body.line / 2 }
    this.joined = new Map(pieces.map((piece) => [piece, pieces.filter((other) => joins(piece, other))]))
  }

  paint(on: Surface, sorted: readonly Piece[], colours: Colours): void {
    on.lineWidth = this.line
    on.lineJoin = 'round'
    for (const piece of this.scene.pieces) if (piece.behind) this.piece(on, piece, colours)
    this.shadow(on, colours)
    this.done.clear()
    for (const piece of sorted) {
      this.piece(on, piece, colours)
      this.joints(on, piece, colours)
      for (const glow of this.scene.glows) if (glow.part === piece.id) this.glow(on, glow, colours)
      this.done.add(piece)
    }
  }

  private piece(on: Surface, piece: Piece, colours: Colours): void {
    if (piece.there <= 0) return
    on.globalAlpha = piece.there
    this.outline(piece, WHOLE, piece.outline)
    on.fillStyle = tone(colours, piece.colour, 'own', piece.near)
    on.strokeStyle = tone(colours, piece.colour, 'line', piece.near)
    draw(on, piece.outline)
    on.fill()
    on.stroke()
    if (!piece.flat) this.fill(on, piece, this.lit, tone(colours, piece.colour, 'lit', piece.near))
    on.globalAlpha = 1
  }

  private outline(piece: { first: number; count: number }, rim: Rim, into: Outline): void {
    trace(this.scene.balls, piece.first, piece.count, rim, into)
  }

  private fill(on: Surface, piece: Piece, rim: Rim, colour: string): void {
    this.outline(piece, rim, this.spare)
    on.fillStyle = colour
    draw(on, this.spare)
    on.fill()
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

  /** No line where one part grows out of another. */
  private joints(on: Surface, piece: Piece, colours: Colours): void {
    for (const other of this.joined.get(piece)!) {
      if (this.done.has(other)) this.patch(on, piece, other, colours)
    }
  }

  private patch(on: Surface, piece: Piece, other: Piece, colours: Colours): void {
    on.save()
    this.window(on, piece, other)
    on.clip()
    for (const [rim, which] of [[this.inner, 'own'], [this.lit, 'lit']] as const) {
      const colour = tone(colours, piece.colour, which, piece.near)
      this.fill(on, other, rim, colour)
      this.fill(on, piece, rim, colour)
    }
    on.restore()
  }

  /** A disc where two pieces come closest. */
  private window(on: Surface, piece: Piece, other: Piece): void {
    const { x, y, radius } = this.scene.balls
    let [least, here, there] = [Infinity, piece.first, other.first]
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
    on.arc(x[here]!, y[here]!, Math.min(radius[here]!, radius[there]!) + this.line, 0, 2 * Math.PI)
  }

  private glow(on: Surface, glow: Glow, { palette }: Colours): void {
    on.fillStyle = palette.glow
    for (const [scale, strength] of RINGS) {
      this.outline(glow, { ...WHOLE, scale }, glow.outline)
      on.globalAlpha = strength
      draw(on, glow.outline)
      on.fill()
    }
    on.globalAlpha = 1
  }
}

const FLOOR: Rim = { ...WHOLE, scale: SHADOW.scale }

function joins(piece: Piece, other: Piece): boolean {
  return piece.colour === other.colour && (piece.joins === other.id || other.joins === piece.id)
}

function draw(on: Surface, outline: Outline): void {
  on.beginPath()
  follow(on, outline)
}

function follow(on: Surface, { corners, length }: Outline): void {
  on.moveTo(corners[0]!, corners[1]!)
  for (let i = 2; i < length; i += 2) on.lineTo(corners[i]!, corners[i + 1]!)
  on.closePath()
}

// The picture on a canvas, by the same rules as `drawing/svg.py`. The canvas is measured in metres,
// upwards, by its transformation.

import { tone, type Colours } from './colours.ts'
import { ARC, CORNERS, WHOLE, cornerX, cornerY, outlineOf, trace, type Outline, type Rim } from './outline.ts'
import type { Glow, Piece, Scene } from './scene.ts'

const SHADOW = { scale: 0.8, strength: 0.55 }
const RINGS = [[1, 0.3], [0.72, 0.4], [0.45, 0.55]] as const
/** The light part of a joint reaches a little further, so that no seam is left around it. */
const SEAMLESS = 1.5
const MOST_BALLS = 64

export type Surface = Pick<
  CanvasRenderingContext2D,
  | 'arc' | 'beginPath' | 'clip' | 'closePath' | 'fill' | 'fillStyle' | 'globalAlpha' | 'lineJoin'
  | 'lineWidth' | 'moveTo' | 'restore' | 'save' | 'stroke' | 'strokeStyle'
>

/** The outlines of a piece; those it doesn't need are missing. */
interface Outlines {
  whole: Outline
  lit: Outline | null
  /** Without its line. */
  inner: Outline | null
}

/** Paints a scene; what stays the same from frame to frame is worked out once. */
export class Painter {
  private readonly scene: Scene
  private readonly joined: Map<Piece, Piece[]>
  private readonly outlines: Map<Piece, Outlines>
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
    this.outlines = new Map(pieces.map((piece) => [piece, this.roomFor(piece)]))
  }

  private roomFor(piece: Piece): Outlines {
    const joined = this.joined.get(piece)!.length > 0
    return {
      whole: outlineOf(piece.count),
      lit: piece.flat ? null : outlineOf(piece.count),
      inner: joined ? outlineOf(piece.count) : null,
    }
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
      this.joints(on, piece, colours)
      for (const glow of this.scene.glows) if (glow.on === piece.id) this.glow(on, glow, colours)
      this.done.add(piece)
    }
  }

  private outline(piece: Piece): void {
    const { whole, lit, inner } = this.outlines.get(piece)!
    this.trace(piece, WHOLE, whole)
    if (lit) this.trace(piece, this.lit, lit)
    if (inner) this.trace(piece, this.inner, inner)
  }

  private trace(what: { first: number; count: number }, rim: Rim, into: Outline): void {
    trace(this.scene.balls, what.first, what.count, rim, into)
  }

  private piece(on: Surface, piece: Piece, colours: Colours): void {
    if (piece.there <= 0) return
    const { whole, lit } = this.outlines.get(piece)!
    on.globalAlpha = piece.there
    on.fillStyle = tone(colours, piece.colour, 'own', piece.near)
    on.strokeStyle = tone(colours, piece.colour, 'line', piece.near)
    draw(on, whole)
    on.fill()
    on.stroke()
    if (lit) {
      on.fillStyle = tone(colours, piece.colour, 'lit', piece.near)
      draw(on, lit)
      on.fill()
    }
    on.globalAlpha = 1
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
    const [below, above] = [this.outlines.get(other)!, this.outlines.get(piece)!]
    on.fillStyle = tone(colours, piece.colour, 'own', piece.near)
    this.through(on, piece, other, this.line, below.inner!, above.inner!)
    on.fillStyle = tone(colours, piece.colour, 'lit', piece.near)
    this.through(on, piece, other, this.line * SEAMLESS, below.lit!, above.lit!)
  }

  /** Two outlines through a window where their pieces come closest. */
  private through(
    on: Surface, piece: Piece, other: Piece, wider: number, below: Outline, above: Outline,
  ): void {
    on.save()
    this.window(on, piece, other, wider)
    on.clip()
    on.beginPath()
    follow(on, below)
    follow(on, above)
    on.fill()
    on.restore()
  }

  /** A disc where two pieces come closest. */
  private window(on: Surface, piece: Piece, other: Piece, wider: number): void {
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
    on.arc(x[here]!, y[here]!, Math.min(radius[here]!, radius[there]!) + wider, 0, 2 * Math.PI)
  }

  private glow(on: Surface, glow: Glow, { palette }: Colours): void {
    on.save()
    this.within(on, glow.on)
    on.fillStyle = palette.glow
    for (const [scale, strength] of RINGS) {
      this.trace(glow, { ...WHOLE, scale }, glow.outline)
      on.globalAlpha = strength
      draw(on, glow.outline)
      on.fill()
    }
    on.restore()
  }

  /** Nothing further is painted but on a part of the body and those that grow from it. */
  private within(on: Surface, part: string): void {
    const own = this.scene.pieces.find((piece) => piece.id === part)
    on.beginPath()
    for (const piece of this.scene.pieces) {
      if (piece.id === part || piece.joins === part || piece.id === own?.joins) {
        follow(on, this.outlines.get(piece)!.whole)
      }
    }
    on.clip()
  }
}

const FLOOR: Rim = { ...WHOLE, scale: SHADOW.scale }

function joins(piece: Piece, other: Piece): boolean {
  const grows = piece.joins === other.id || other.joins === piece.id
  return grows && piece.colour === other.colour && !piece.flat && !other.flat
}

function draw(on: Surface, outline: Outline): void {
  on.beginPath()
  follow(on, outline)
}

const TURN = (2 * Math.PI) / CORNERS

function follow(on: Surface, outline: Outline): void {
  const { arcs, length } = outline
  on.moveTo(cornerX(outline, 0, arcs[3]!), cornerY(outline, 0, arcs[3]!))
  for (let i = 0; i < length; i += ARC) {
    on.arc(arcs[i]!, arcs[i + 1]!, arcs[i + 2]!, arcs[i + 3]! * TURN, arcs[i + 4]! * TURN)
  }
  on.closePath()
}

// Which piece hides which: the order in which they are painted, from the back to the front.

import type { Balls, Piece, Scene } from './scene.ts'
import { DISC, sample } from './sampling.ts'

const TIE = 1e-4

/** How much the first of two pieces lies before the second, where they overlap; 0: nowhere. */
export function hides(first: Piece, second: Piece): number {
  if (apart(first, second)) return 0
  const { samples } = first
  let sum = 0
  for (let i = 0; i < samples.length; i += DISC) {
    const x = samples[i]!
    const y = samples[i + 1]!
    const radius = samples[i + 3]!
    if (beside(x, y, radius, second)) continue
    sum += samples[i + 4]! * discHides(x, y, samples[i + 2]!, radius, second.samples)
  }
  return sum
}

function discHides(x: number, y: number, depth: number, radius: number, others: Float64Array): number {
  let sum = 0
  for (let j = 0; j < others.length; j += DISC) {
    const reach = radius + others[j + 3]!
    const right = x - others[j]!
    const up = y - others[j + 1]!
    const squared = right * right + up * up
    if (squared >= reach * reach) continue
    sum += others[j + 4]! * (reach - Math.sqrt(squared)) * (depth - others[j + 2]!)
  }
  return sum
}

function apart(one: Piece, other: Piece): boolean {
  return (
    one.left > other.right || other.left > one.right || one.bottom > other.top || other.bottom > one.top
  )
}

/** Whether a disc doesn't meet the box around a piece. */
function beside(x: number, y: number, radius: number, piece: Piece): boolean {
  return (
    x - radius > piece.right || x + radius < piece.left || y - radius > piece.top || y + radius < piece.bottom
  )
}

/** What grows out of a part lies over it where neither is nearer. */
function tie(first: Piece, second: Piece): number {
  return TIE * (Number(first.joins === second.id) - Number(second.joins === first.id))
}

/** The order of all pieces but those behind; where they hide each other in a ring, the furthest comes first. */
export class Order {
  private readonly pieces: readonly Piece[]
  private readonly balls: Balls
  /** For each two pieces: how much the first lies before the second, where neither is nearer. */
  private readonly ties: Float64Array
  private readonly over: Uint8Array
  private readonly covering: Int32Array
  private readonly sorted: Piece[]

  constructor(scene: Scene) {
    this.balls = scene.balls
    this.pieces = scene.pieces.filter((piece) => !piece.behind)
    this.ties = Float64Array.from(this.pieces.flatMap((one) => this.pieces.map((other) => tie(one, other))))
    this.over = new Uint8Array(this.pieces.length ** 2)
    this.covering = new Int32Array(this.pieces.length)
    this.sorted = [...this.pieces]
  }

  /** Sorted anew by where the pieces lie now; the list is the same one each time. */
  now(): readonly Piece[] {
    for (const piece of this.pieces) sample(this.balls, piece)
    this.compare()
    for (let place = 0; place < this.pieces.length; place++) {
      const next = this.furthest()
      this.take(next)
      this.sorted[place] = this.pieces[next]!
    }
    return this.sorted
  }

  private compare(): void {
    const count = this.pieces.length
    this.covering.fill(0)
    for (let i = 0; i < count; i++) {
      for (let j = i + 1; j < count; j++) {
        const before = hides(this.pieces[i]!, this.pieces[j]!) + this.ties[i * count + j]!
        this.over[i * count + j] = before > 0 ? 1 : 0
        this.over[j * count + i] = before < 0 ? 1 : 0
        if (before > 0) this.covering[i]!++
        else if (before < 0) this.covering[j]!++
      }
    }
  }

  /** Of those that cover no other that is left (or of all that are left), the one furthest away. */
  private furthest(): number {
    let found = -1
    for (let i = 0; i < this.pieces.length; i++) {
      if (this.covering[i]! >= 0 && (found < 0 || this.sooner(i, found))) found = i
    }
    return found
  }

  private sooner(one: number, other: number): boolean {
    const free = this.covering[one] === 0
    if (free !== (this.covering[other] === 0)) return free
    return this.pieces[one]!.depth < this.pieces[other]!.depth
  }

  private take(taken: number): void {
    const count = this.pieces.length
    this.covering[taken] = TAKEN
    for (let i = 0; i < count; i++) {
      if (this.over[i * count + taken] && this.covering[i]! > 0) this.covering[i]!--
    }
  }
}

const TAKEN = -1

// The outline of the skin around discs: the convex hull of their rims, each a regular polygon.
//
// All rims have the same corners, so the hull is found without sorting: in the directions between
// two sides of the polygon only its one corner counts, of whichever disc reaches furthest there.

export const CORNERS = 28

const RIM_X = around((turn) => Math.cos(turn), 0)
const RIM_Y = around((turn) => Math.sin(turn), 0)
const SIDE_X = around((turn) => Math.cos(turn), 0.5)
const SIDE_Y = around((turn) => Math.sin(turn), 0.5)

function around(of: (turn: number) => number, ahead: number): Float64Array {
  const turn = (k: number) => (2 * Math.PI * (k + ahead)) / CORNERS
  return Float64Array.from({ length: CORNERS }, (_, k) => of(turn(k)))
}

/** An outline as arcs, anticlockwise: a disc's middle and radius, its first corner and its last. */
export interface Outline { arcs: Float64Array; length: number }

/** Numbers an arc. */
export const ARC = 5

export interface Discs { x: Float64Array; y: Float64Array; radius: Float64Array }

/** Room for the outline of so many discs; a large one may come again after each smaller one. */
export function outlineOf(discs: number): Outline {
  return { arcs: new Float64Array(ARC * (4 * discs + 2)), length: 0 }
}

/** Radii are scaled; middles are moved by a share of the radius. */
export interface Rim { scale: number; moved: readonly [number, number] }

export const WHOLE: Rim = { scale: 1, moved: [0, 0] }

// What is being outlined: filled by `trace`, so that nothing is made anew for each outline.
const MOST = 64
const x = new Float64Array(MOST)
const y = new Float64Array(MOST)
const r = new Float64Array(MOST)

export function trace(discs: Discs, first: number, count: number, rim: Rim, into: Outline): void {
  const { scale } = rim
  const right = rim.moved[0]
  const up = rim.moved[1]
  for (let i = 0; i < count; i++) {
    const radius = discs.radius[first + i]!
    x[i] = discs.x[first + i]! + right * radius
    y[i] = discs.y[first + i]! + up * radius
    r[i] = radius * scale
  }
  roll(count, into)
}

function roll(count: number, into: Outline): void {
  into.length = 0
  const first = furthest(count, CORNERS - 1)
  let disc = first
  let since = 0
  for (let k = 0; k < CORNERS; k++) {
    const last = furthest(count, k)
    for (let hops = 0; disc !== last && hops < count; hops++) {
      add(into, disc, since, k)
      disc = next(count, disc, last, k)
      since = k
    }
  }
  if (into.length && disc === first) into.arcs[3] = since - CORNERS
  else add(into, disc, since, CORNERS)
}

function add(into: Outline, disc: number, from: number, to: number): void {
  const { arcs, length } = into
  arcs[length] = x[disc]!
  arcs[length + 1] = y[disc]!
  arcs[length + 2] = r[disc]!
  arcs[length + 3] = from
  arcs[length + 4] = to
  into.length += ARC
}

const SIDE_REACH = Math.cos(Math.PI / CORNERS)

/** The disc that reaches furthest across the side after a corner. */
function furthest(count: number, side: number): number {
  let found = 0
  let best = -Infinity
  for (let i = 0; i < count; i++) {
    const reach = x[i]! * SIDE_X[side]! + y[i]! * SIDE_Y[side]! + r[i]! * SIDE_REACH
    if (reach <= best) continue
    best = reach
    found = i
  }
  return found
}

/** Of the same corner of all discs: the next one around their hull, on the way to the last. */
function next(count: number, from: number, last: number, k: number): number {
  let found = last
  for (let i = 0; i < count; i++) {
    if (i !== from && i !== found && outside(from, found, i, k)) found = i
  }
  return found
}

/** Whether a disc's corner lies to the right of the way from one disc's to another's. */
function outside(from: number, to: number, disc: number, k: number): boolean {
  const wayX = x[to]! - x[from]! + RIM_X[k]! * (r[to]! - r[from]!)
  const wayY = y[to]! - y[from]! + RIM_Y[k]! * (r[to]! - r[from]!)
  const ownX = x[disc]! - x[from]! + RIM_X[k]! * (r[disc]! - r[from]!)
  const ownY = y[disc]! - y[from]! + RIM_Y[k]! * (r[disc]! - r[from]!)
  return wayX * ownY - wayY * ownX < -1e-15
}

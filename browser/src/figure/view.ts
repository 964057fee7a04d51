// Where one looks from, and the part of the picture that is shown.

export interface View {
  /** Degrees: 0 from the front of the body's place, 90 from its right, 180 from behind. */
  around: number
  /** Degrees: 0 from level, 90 from straight above. */
  above: number
}

/** For right, up and nearness on the picture: how much of X, Y and Z makes each. */
export type Axes = readonly number[]

export function axesOf({ around, above }: View): Axes {
  const [sinAround, cosAround] = [Math.sin(radians(around)), Math.cos(radians(around))]
  const [sinAbove, cosAbove] = [Math.sin(radians(above)), Math.cos(radians(above))]
  return [
    sinAround, 0, -cosAround,
    -sinAbove * cosAround, cosAbove, -sinAbove * sinAround,
    cosAbove * cosAround, sinAbove, cosAbove * sinAround,
  ]
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}

/** The same view of the other side. */
export function otherView(view: View): View {
  return { ...view, around: -view.around }
}

/** On the way from one view to another, round the shorter way. */
export function betweenViews(from: View, to: View, share: number): View {
  const way = ((((to.around - from.around) % 360) + 540) % 360) - 180
  return {
    around: from.around + way * share,
    above: from.above + (to.above - from.above) * share,
  }
}

const LOWEST = -8
const HIGHEST = 86

/** A view, turned by what the person wishes. */
export function turned(view: View, by: View): View {
  return {
    around: view.around + by.around,
    above: Math.min(HIGHEST, Math.max(LOWEST, view.above + by.above)),
  }
}

/** A part of the picture, in metres. */
export interface Frame { left: number; right: number; bottom: number; top: number }

/** A part of the canvas, in its own pixels, downwards. */
export interface Room { x: number; y: number; width: number; height: number }

/** Pixels a metre at which a frame just fits. */
export function fit(frame: Frame, room: Room): number {
  const wide = frame.right - frame.left
  const high = frame.top - frame.bottom
  return Math.max(1, Math.min(room.width / wide, room.height / high))
}

/** Pixels a metre, and the point of the canvas on which the middle of a frame lies. */
export interface Spot { scale: number; x: number; y: number }

/** Discs of a picture in metres: x, y, radius, and so on. */
export type Cover = readonly number[]

const SMALLER = 0.96
const LEAST = 0.3
/** Where in the space that is left: in the middle first, else lower, else to a side. */
const SHIFTS: [number, number][] = [0.5, 0.42, 0.58, 0.3, 0.7, 0, 1].flatMap((across) =>
  [0.5, 0.8, 1].map((down): [number, number] => [across, down]),
)

/** The spot at which a picture gets largest without lying under what is in the corners. */
export function spotFor(frame: Frame, whole: Room, corners: Room[], cover: Cover): Spot {
  const largest = fit(frame, whole)
  for (let scale = largest; scale > largest * LEAST; scale *= SMALLER) {
    const spots = SHIFTS.map(([across, down]) => shifted(frame, whole, scale, across, down))
    const free = spots.find((spot) => !corners.some((corner) => covers(frame, cover, spot, corner)))
    if (free) return free
  }
  return shifted(frame, whole, largest * LEAST, 0.5, 1)
}

function shifted(frame: Frame, whole: Room, scale: number, across: number, down: number): Spot {
  const wide = scale * (frame.right - frame.left)
  const high = scale * (frame.top - frame.bottom)
  return {
    scale,
    x: whole.x + wide / 2 + (whole.width - wide) * across,
    y: whole.y + high / 2 + (whole.height - high) * down,
  }
}

function covers(frame: Frame, cover: Cover, spot: Spot, corner: Room): boolean {
  const { x, y, scale } = originAt(frame, spot)
  for (let i = 0; i < cover.length; i += 3) {
    const [across, down, radius] = [x + cover[i]! * scale, y - cover[i + 1]! * scale, cover[i + 2]! * scale]
    const outX = Math.max(corner.x - across, across - corner.x - corner.width, 0)
    const outY = Math.max(corner.y - down, down - corner.y - corner.height, 0)
    if (outX * outX + outY * outY < radius * radius) return true
  }
  return false
}

/** Pixels a metre, and where on the canvas the picture's origin lies. */
export interface Placing { scale: number; x: number; y: number }

function originAt(frame: Frame, { scale, x, y }: Spot): Placing {
  return {
    scale,
    x: x - (scale * (frame.left + frame.right)) / 2,
    y: y + (scale * (frame.bottom + frame.top)) / 2,
  }
}

/** A frame about a spot, as large as there, or smaller where it wouldn't fit. */
export function placed(frame: Frame, whole: Room, spot: Spot): Placing {
  const scale = Math.min(spot.scale, fit(frame, whole))
  const wide = (scale * (frame.right - frame.left)) / 2
  const high = (scale * (frame.top - frame.bottom)) / 2
  const x = Math.min(Math.max(spot.x, whole.x + wide), whole.x + whole.width - wide)
  const y = Math.min(Math.max(spot.y, whole.y + high), whole.y + whole.height - high)
  return originAt(frame, { scale, x, y })
}

/** A frame in the middle of a room, as large as it gets. */
export function centred(frame: Frame, room: Room): Placing {
  return placed(frame, room, {
    scale: Infinity, x: room.x + room.width / 2, y: room.y + room.height / 2,
  })
}

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

/** Of what a corner leaves free, the part in which a frame gets largest. */
export function roomBeside(whole: Room, corner: Room | null, frame: Frame): Room {
  if (!corner) return whole
  const below = corner.y + corner.height
  const rooms = [
    { ...whole, y: below, height: whole.y + whole.height - below },
    { ...whole, width: corner.x - whole.x },
  ]
  const [one, other] = rooms as [Room, Room]
  return fit(frame, one) >= fit(frame, other) ? one : other
}

/** Pixels a metre, and where on the canvas the picture's origin lies. */
export interface Placing { scale: number; x: number; y: number }

/** A frame in the middle of a room, at most as large as `largest`. */
export function placed(frame: Frame, room: Room, largest: number): Placing {
  const scale = Math.min(largest, fit(frame, room))
  return {
    scale,
    x: room.x + room.width / 2 - (scale * (frame.left + frame.right)) / 2,
    y: room.y + room.height / 2 + (scale * (frame.bottom + frame.top)) / 2,
  }
}

// Where motion is unwelcome: the poses of an exercise side by side.

import { fit, type Frame, type Room } from './view.ts'

const GAP = 8

/** A room for each of some pictures, in rows, so that they get as large as they can. */
export function roomsFor(count: number, whole: Room, frame: Frame): Room[] {
  const choices = Array.from({ length: count }, (_, i) => inColumns(count, i + 1, whole))
  const size = (rooms: Room[]) => fit(frame, rooms[0]!)
  return choices.reduce((best, rooms) => (size(rooms) > size(best) ? rooms : best))
}

function inColumns(count: number, columns: number, whole: Room): Room[] {
  const width = (whole.width - GAP * (columns - 1)) / columns
  const rows = Math.ceil(count / columns)
  const height = (whole.height - GAP * (rows - 1)) / rows
  return Array.from({ length: count }, (_, i) => ({
    x: whole.x + (i % columns) * (width + GAP),
    y: whole.y + Math.floor(i / columns) * (height + GAP),
    width, height,
  }))
}

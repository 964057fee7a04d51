// The canvas: as fine as the screen, with the figure placed where nothing covers it.

import { coloursOf, type Colours } from './colours.ts'
import type { Model } from './model.ts'
import type { Action } from './motion.ts'
import { stillsIn } from './stills.ts'
import { isDark } from './surroundings.ts'
import {
  centred, placed, spotFor, turned,
  type Placing, type Room, type Spot, type View,
} from './view.ts'

const VEIL = 0.5
const MARK = { width: 3, round: 18 }

export class Easel {
  readonly canvas: HTMLCanvasElement
  private readonly on: CanvasRenderingContext2D
  /** What lies over the canvas and must not be covered. */
  private readonly over: Element[]
  private colours: Colours | null = null
  /** Where the figure is, and how large at most: as its best view asks, so that turning keeps both. */
  private spot: Spot | null = null
  /** The canvas in its own pixels. */
  private whole: Room | null = null
  private strength = 1

  constructor(canvas: HTMLCanvasElement, over: Element[]) {
    this.canvas = canvas
    this.on = canvas.getContext('2d')!
    this.over = over
  }

  /** After anything around it may have changed: nothing else is asked of the page while drawing. */
  forget(): void {
    this.colours = null
    this.spot = null
    this.whole = null
  }

  /** The figure as it moves, turned away from its best view by so much. */
  moving(model: Model, action: Action, by: View): void {
    const whole = this.clean(model)
    const view = turned(model.view(action), by)
    this.spot ??= this.spotFor(model, { ...action, turn: 1 }, whole)
    this.fade(model.strength(action))
    this.paint(model, action, view, placed(model.frame(action, view), whole, this.spot))
  }

  private spotFor(model: Model, action: Action, room: Room): Spot {
    const view = model.view(action)
    return spotFor(model.frame(action, view), room, this.corners(), model.cover(action, view))
  }

  /** The pose that is spoken of, and below it all poses side by side. */
  stills(model: Model, action: Action, by: View): void {
    const { large, small } = stillsIn(this.clean(model), action.poses.length)
    const still = { ...action, from: action.pose, to: action.pose, share: 1, breath: 0, turn: 1, walked: null }
    const view = turned(model.view(still), by)
    const frame = model.frame(still, view)
    this.spot ??= this.spotFor(model, still, large)
    this.fade(1)
    this.paint(model, still, view, placed(frame, large, this.spot))
    for (const [i, room] of small.entries()) {
      const pose = action.poses[i]!
      this.paint(model, { ...still, from: pose, to: pose }, view, centred(frame, room))
      this.mark(room, pose === action.pose)
    }
  }

  private paint(model: Model, action: Action, view: View, { scale, x, y }: Placing): void {
    const { dots } = this
    this.on.setTransform(scale * dots, 0, 0, -scale * dots, x * dots, y * dots)
    model.paint(this.on, action, view, this.colours!)
  }

  private mark(room: Room, current: boolean): void {
    const { on, dots } = this
    const half = MARK.width / 2
    on.setTransform(dots, 0, 0, dots, 0, 0)
    on.beginPath()
    on.roundRect(room.x + half, room.y + half, room.width - 2 * half, room.height - 2 * half, MARK.round)
    on.lineWidth = MARK.width
    on.strokeStyle = getComputedStyle(this.canvas).color
    on.fillStyle = this.colours!.palette.paper
    on.globalAlpha = current ? 1 : VEIL
    if (current) on.stroke()
    else on.fill()
    on.globalAlpha = 1
  }

  private fade(strength: number): void {
    if (strength === this.strength) return
    this.strength = strength
    this.canvas.style.opacity = strength < 1 ? String(strength) : ''
  }

  private get dots(): number {
    return devicePixelRatio || 1
  }

  /** An empty canvas, in its own pixels. */
  private clean(model: Model): Room {
    const { canvas, on } = this
    this.colours ??= coloursOf(isDark() ? model.palette.dark : model.palette.light)
    this.whole ??= this.sized()
    on.setTransform(1, 0, 0, 1, 0, 0)
    on.clearRect(0, 0, canvas.width, canvas.height)
    return this.whole
  }

  private sized(): Room {
    const { canvas, dots } = this
    const [width, height] = [canvas.clientWidth, canvas.clientHeight]
    const [wide, high] = [Math.round(width * dots), Math.round(height * dots)]
    if (canvas.width !== wide) canvas.width = wide
    if (canvas.height !== high) canvas.height = high
    return { x: 0, y: 0, width, height }
  }

  /** What lies over the canvas, in its pixels. */
  private corners(): Room[] {
    const own = this.canvas.getBoundingClientRect()
    const meets = (over: DOMRect) =>
      over.left < own.right && over.right > own.left && over.top < own.bottom && over.bottom > own.top
    return this.over
      .map((element) => element.getBoundingClientRect())
      .filter(meets)
      .map((r) => ({ x: r.left - own.left, y: r.top - own.top, width: r.width, height: r.height }))
  }
}

// An exercise's figure: puts the body where an action has it, and finds the frame for it.

import { Painter, type Surface } from './canvas.ts'
import { frameAt, mirrored, mix, pointsOf, stride, symmetric, type Clip } from './clip.ts'
import type { Colours } from './colours.ts'
import type { Body } from './data.ts'
import type { Action } from './motion.ts'
import { Order } from './order.ts'
import { coverOf, frameOf, place } from './painting.ts'
import { sceneOf, type Scene } from './scene.ts'
import { axesOf, betweenViews, otherView, type Frame, type View } from './view.ts'

/** Around a figure, metres. */
const MARGIN = 0.06

export class Model {
  readonly clip: Clip
  private readonly scene: Scene
  private readonly order: Order
  private readonly painter: Painter
  private readonly own: Float64Array
  private readonly other: Float64Array
  private readonly whole: Float64Array
  /** All poses, of the right side and of the left. */
  private readonly poses: [right: Float64Array[], left: Float64Array[]]
  /** The frame that was asked for last. */
  private framed: { asked: string; frame: Frame } | null = null
  private readonly symmetric = new Map<string, boolean>()

  constructor(body: Body, clip: Clip) {
    this.clip = clip
    this.scene = sceneOf(body, clip)
    this.order = new Order(this.scene)
    this.painter = new Painter(this.scene)
    this.own = pointsOf(clip)
    this.other = pointsOf(clip)
    this.whole = pointsOf(clip)
    const right = Object.keys(clip.data.poses).map((pose) => frameAt(clip, pose, pose, 1))
    this.poses = [right, right.map((points) => mirrored(clip, points, points.slice()))]
  }

  get palette(): Body['palette'] {
    return this.scene.body.palette
  }

  /** The best view of what is done; on the way round while the sides change. */
  view(action: Action): View {
    const best = this.left(action) ? otherView(this.clip.data.view) : this.clip.data.view
    return action.turn < 1 ? betweenViews(otherView(best), best, action.turn) : best
  }

  /** The frame around all poses, so that it is the same for each of them. */
  frame(action: Action, view: View): Frame {
    const asked = `${view.around} ${view.above} ${action.side} ${action.turn}`
    if (this.framed?.asked !== asked) this.framed = { asked, frame: this.frameOf(action, view) }
    return this.framed.frame
  }

  private frameOf(action: Action, view: View): Frame {
    const here = this.around(this.poses[this.left(action) ? 1 : 0], view)
    if (action.turn >= 1) return here
    const there = this.around(this.poses[this.left(action) ? 0 : 1], view)
    const at = (edge: keyof Frame) => there[edge] + (here[edge] - there[edge]) * action.turn
    return { left: at('left'), right: at('right'), bottom: at('bottom'), top: at('top') }
  }

  /** What all poses cover, seen so. */
  cover(action: Action, view: View): number[] {
    return this.poses[this.left(action) ? 1 : 0].flatMap((points) => {
      place(this.scene, points, axesOf(view))
      return coverOf(this.scene)
    })
  }

  private around(poses: Float64Array[], view: View): Frame {
    const axes = axesOf(view)
    const frames = poses.map((points) => {
      place(this.scene, points, axes)
      return frameOf(this.scene)
    })
    return {
      left: Math.min(...frames.map((frame) => frame.left)) - MARGIN,
      right: Math.max(...frames.map((frame) => frame.right)) + MARGIN,
      bottom: Math.min(...frames.map((frame) => frame.bottom)) - MARGIN,
      top: Math.max(...frames.map((frame) => frame.top)) + MARGIN,
    }
  }

  paint(on: Surface, action: Action, view: View, colours: Colours): void {
    place(this.scene, this.points(action), axesOf(view), action.breath)
    this.showProps(action)
    this.swapGlows(this.shownLeft(action))
    this.painter.paint(on, this.order.now(), colours)
  }

  /** How much of the figure is seen: it fades where one side can't turn into the other. */
  strength(action: Action): number {
    return action.turn < 1 && !this.turnsOver(action.from) ? Math.abs(2 * action.turn - 1) : 1
  }

  private left(action: Action): boolean {
    return this.clip.data.sided && action.side === 'left'
  }

  private shownLeft(action: Action): boolean {
    return this.left(action) === action.turn >= 0.5
  }

  private points(action: Action): Float64Array {
    const { clip, own, other, whole } = this
    const [from, to, share] = action.walked === null
      ? [action.from, action.to, action.share]
      : stride(clip, action.walked)
    frameAt(clip, from, to, share, own)
    if (!this.left(action) && action.turn >= 1) return own
    mirrored(clip, own, other)
    if (action.turn >= 1) return other
    if (!this.turnsOver(from)) return this.shownLeft(action) ? other : own
    const [start, end] = this.left(action) ? [own, other] : [other, own]
    mix(start, end, action.turn, whole)
    return whole
  }

  private turnsOver(pose: string): boolean {
    const known = this.symmetric.get(pose) ?? symmetric(this.clip, pose)
    this.symmetric.set(pose, known)
    return known
  }

  /** What is there only in some poses comes and goes on the way. */
  private showProps({ from, to, share }: Action): void {
    for (const piece of this.scene.pieces) {
      if (!piece.poses) continue
      const [before, after] = [from, to].map((pose) => Number(piece.poses!.includes(pose)))
      piece.there = before! + (after! - before!) * share
    }
  }

  private swapGlows(left: boolean): void {
    for (const glow of this.scene.glows) glow.on = left ? glow.opposite : glow.part
  }
}

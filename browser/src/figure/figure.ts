// The figure of an exercise: looks what is being done, and draws it when something has changed.

import { Easel } from './easel.ts'
import type { Models } from './loading.ts'
import type { Model } from './model.ts'
import type { Action } from './motion.ts'
import { isReduced, onChange } from './surroundings.ts'
import { Turning } from './turning.ts'

const FADE = { duration: 700, easing: 'ease-out' }

export interface Wishes {
  /** What is to be seen now. */
  now: () => Action
  /** What the figure must not cover, where it lies over the canvas. */
  over?: Element[]
  /** Told whether there is a figure of the exercise. */
  shown?: (there: boolean) => void
}

export class Figure {
  private readonly easel: Easel
  private readonly models: Models
  private readonly wishes: Wishes
  private readonly turning: Turning
  private model: Model | null = null
  private reduced = isReduced()
  private exercise: string | null = null
  /** What was drawn last. */
  private drawn = ''
  private asked = 0

  constructor(place: Element, models: Models, wishes: Wishes) {
    const canvas = place.querySelector('canvas')!
    this.easel = new Easel(canvas, wishes.over ?? [])
    this.models = models
    this.wishes = wishes
    this.turning = new Turning(canvas, place, () => this.update())
    new ResizeObserver(() => this.refresh()).observe(canvas)
    onChange(() => this.refresh())
  }

  /** Look whether something has changed; call it as often as you like. */
  update(): void {
    this.asked ||= requestAnimationFrame((time) => this.look(time))
  }

  private refresh(): void {
    this.reduced = isReduced()
    this.easel.forget()
    this.drawn = ''
    this.update()
  }

  private look(time: number): void {
    this.asked = 0
    const action = this.wishes.now()
    if (action.exercise !== this.exercise) void this.begin(action.exercise)
    const turning = this.turning.step(time, this.reduced)
    const state = this.reduced ? stillState(action) : movingState(action)
    if (!this.model || (!turning && state === this.drawn)) return
    this.drawn = state
    this.draw(this.model, action)
    this.update()
  }

  /** Another exercise, seen from its best view. */
  private async begin(exercise: string): Promise<void> {
    this.exercise = exercise
    this.model = null
    const model = await this.models.of(exercise)
    if (exercise !== this.exercise) return
    this.model = model
    this.turning.forget()
    this.wishes.shown?.(model !== null)
    this.refresh()
    if (!this.reduced) this.easel.canvas.animate([{ opacity: 0 }, { opacity: 1 }], FADE)
  }

  private draw(model: Model, action: Action): void {
    this.describe(model.clip.data.shows[action.pose] ?? '')
    if (this.reduced) this.easel.stills(model, action, this.turning.by)
    else this.easel.moving(model, action, this.turning.by)
  }

  private describe(words: string): void {
    const { canvas } = this.easel
    if (canvas.getAttribute('aria-label') !== words) canvas.setAttribute('aria-label', words)
  }
}

function stillState({ exercise, side, pose, poses }: Action): string {
  return [exercise, side, pose, ...poses].join()
}

function movingState({ from, to, share, exercise, side, pose, breath, turn, walked }: Action): string {
  return [exercise, side, pose, from, to, from === to || share, breath, turn, walked].join()
}

// The figure on an exercise's page: to play and pause, for one side or the other.

import * as clocks from '../clock.ts'
import type { Side } from '../data.ts'
import { Figure } from './figure.ts'
import { Models } from './loading.ts'
import { actionAt, gently, timeline, type Action } from './motion.ts'
import { heart, roundOf } from './round.ts'

const SECONDS_TO_TURN = 1.6

/** Milliseconds after which it is looked at anew while it plays: it may stand still for a while. */
const LOOK_AGAIN = 100

export class Watching {
  private readonly place: HTMLElement
  private readonly figure: Figure
  private readonly spans: ReturnType<typeof timeline>
  private readonly seconds: number
  private clock: clocks.Clock
  private side: Side
  private turnedAt = -Infinity
  private watch = 0

  constructor(place: HTMLElement) {
    const round = roundOf(posesOf(place))
    const last = round.at(-1)!
    this.place = place
    this.spans = timeline(round)
    this.seconds = last.start + last.seconds
    this.clock = { offset: heart(round), since: null }
    this.side = last.side
    this.figure = new Figure(place, new Models(), {
      now: () => this.action(),
      shown: (there) => this.show(there),
    })
    place.addEventListener('click', (event) => this.press(event.target as Element))
    this.figure.update()
  }

  private action(): Action {
    const { steady } = clocks.now()
    const action = actionAt(this.spans, clocks.position(this.clock, steady) % this.seconds)
    const turn = gently((steady - this.turnedAt) / SECONDS_TO_TURN)
    return { ...action, side: this.side, turn: Math.min(action.turn, turn) }
  }

  private show(there: boolean): void {
    for (const still of this.place.querySelectorAll<HTMLElement>('.still')) still.hidden = there
    for (const moving of this.place.querySelectorAll<HTMLElement>('canvas, .moving')) moving.hidden = !there
  }

  private press(on: Element): void {
    const button = on.closest<HTMLElement>('[data-play], [data-side]:not(figure)')
    if (!button) return
    if (button.dataset.side) this.choose(button.dataset.side as Side)
    else this.toggle(button)
    this.figure.update()
  }

  private toggle(button: HTMLElement): void {
    const plays = this.clock.since === null
    this.clock = (plays ? clocks.play : clocks.pause)(this.clock, clocks.now().steady)
    clearInterval(this.watch)
    if (plays) this.watch = setInterval(() => this.figure.update(), LOOK_AGAIN) as unknown as number
    button.textContent = (plays ? button.dataset.pause : button.dataset.play) ?? ''
  }

  private choose(side: Side): void {
    if (side === this.side) return
    this.side = side
    this.turnedAt = clocks.now().steady
    for (const button of this.place.querySelectorAll<HTMLElement>('button[data-side]')) {
      button.setAttribute('aria-pressed', String(button.dataset.side === side))
    }
  }
}

function posesOf({ dataset }: HTMLElement) {
  const list = (words = '') => words.split(' ').filter(Boolean)
  return {
    exercise: dataset.figure ?? '',
    kind: dataset.kind ?? '',
    side: (dataset.side ?? 'both') as Side,
    enter: list(dataset.enter),
    cycle: list(dataset.cycle),
    out: list(dataset.out),
  }
}

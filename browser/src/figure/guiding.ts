// The figure of a session: it does what the script says at this second.

import type { Script } from '../data.ts'
import { Figure } from './figure.ts'
import { Models } from './loading.ts'
import { actionAt, timeline } from './motion.ts'

/** What of a player the figure needs. */
export interface Guide { script: Script; now: number }

export class Guiding {
  private readonly guide: Guide
  private readonly models = new Models()
  private readonly figure: Figure
  private script: Script | null = null
  private spans: ReturnType<typeof timeline> = []

  constructor(guide: Guide, place: Element, dial: Element, shown: (there: boolean) => void) {
    this.guide = guide
    const over = [dial, ...place.querySelectorAll('.turning')]
    this.figure = new Figure(place, this.models, { now: () => this.action(), over, shown })
  }

  /** After anything has changed, and often while the session plays. */
  update(): void {
    this.figure.update()
  }

  private action(): ReturnType<typeof actionAt> {
    const { script, now } = this.guide
    if (script !== this.script) {
      this.script = script
      this.spans = timeline(script.moments)
      this.fetchAhead()
    }
    return actionAt(this.spans, now)
  }

  /** All exercises of a session, one after the other: a few kilobytes each. */
  private fetchAhead(): void {
    const exercises = new Set(this.script!.moments.map((moment) => moment.pose && moment.exercise))
    void [...exercises].reduce<Promise<unknown>>(
      (before, exercise) => before.then(() => this.models.of(exercise)),
      Promise.resolve(),
    )
  }
}

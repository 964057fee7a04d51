// Plays a script: a clock and four verbs (pause, skip, back, this hurts). It knows no page.

import * as clocks from './clock.ts'
import type { Clock, Tick } from './clock.ts'
import { due, opening } from './cues.ts'
import type { Moment, Script } from './data.ts'
import * as ledgers from './ledger.ts'
import type { Ledger } from './ledger.ts'
import {
  beginning,
  fingerprint,
  latest,
  momentAt,
  nextExercise,
  workAhead,
} from './script.ts'
import type { Tone } from './tones.ts'

export type State = 'waiting' | 'playing' | 'paused' | 'ended'

/** Whoever shows, says and stores what the player does. */
export interface Stage {
  say(text: string): void
  tone(tone: Tone): void
  hush(): void
  event(kind: string, data: Record<string, unknown>): void
  asleep(): void
  changed(): void
  ended(): void
}

export interface Place { at: number; script: string; ledger: Ledger }

export class Player {
  state: State = 'waiting'
  script: Script
  private readonly session: string
  private readonly stage: Stage
  private readonly time: () => Tick
  private ledger: Ledger
  private clock: Clock
  private last: Tick
  /** Played, told and written down up to here. */
  private told: number
  /** Whether the moment here has yet to be announced. */
  private fresh = true

  constructor(
    session: string,
    script: Script,
    from: { at: number; ledger: Ledger },
    stage: Stage,
    time: () => Tick = clocks.now,
  ) {
    this.session = session
    this.script = script
    this.stage = stage
    this.time = time
    this.ledger = from.ledger
    this.clock = { offset: from.at, since: null }
    this.told = from.at
    this.last = time()
  }

  get position(): number {
    return this.told
  }

  /** Where one is at this very instant, between two ticks too. */
  get now(): number {
    const at = this.state === 'playing' ? clocks.position(this.clock, this.time().steady) : this.told
    return Math.min(at, this.script.seconds)
  }

  get moment(): Moment {
    return momentAt(this.script, this.told)
  }

  get place(): Place {
    return { at: this.told, script: fingerprint(this.script), ledger: this.ledger }
  }

  play(): void {
    if (this.state === 'ended' || this.state === 'playing') return
    this.last = this.time()
    this.clock = clocks.play(this.clock, this.last.steady)
    this.state = 'playing'
    if (this.fresh) this.announce()
    this.stage.changed()
  }

  pause(): void {
    if (this.state !== 'playing') return
    this.tick()
    if (this.state !== 'playing') return
    this.halt(this.told)
  }

  toggle(): void {
    if (this.state === 'playing') this.pause()
    else this.play()
  }

  /** Leave this exercise out. */
  skip(): void {
    this.catchUp()
    this.reportHere()
    const { step, exercise, kind } = this.moment
    if (kind !== 'end' && workAhead(this.script, this.told)) {
      this.stage.event('exercise_skipped', { session: this.session, step, exercise })
    }
    this.go(nextExercise(this.script, this.told))
  }

  /** To the beginning of this side, or of the one before. */
  back(): void {
    this.catchUp()
    this.reportHere()
    this.go(beginning(this.script, this.told))
  }

  /** Another script from here on; what was done stays done. */
  replace(script: Script, at: number): void {
    this.reportHere()
    this.script = script
    this.go(at)
  }

  /** Stop before the end; `why` as the diary has it. */
  leave(why: string, enough = false): void {
    if (this.state === 'ended') return
    this.catchUp()
    this.reportHere()
    this.finish(why, enough)
  }

  /** Bring everything up to now. Call it often; how often changes nothing but the smoothness. */
  tick(): void {
    const tick = this.time()
    const previous = this.last
    this.last = tick
    if (this.state !== 'playing') return
    if (clocks.slept(previous, tick)) {
      this.halt(this.told)
      this.stage.asleep()
      return
    }
    this.reach(Math.min(clocks.position(this.clock, tick.steady), this.script.seconds))
    if (this.told >= this.script.seconds) this.finish('none', false)
  }

  private catchUp(): void {
    if (this.state === 'playing') this.tick()
  }

  private reach(to: number): void {
    const from = this.told
    if (to <= from) return
    ledgers.add(this.ledger, this.script, from, to)
    this.told = to
    for (const moment of ledgers.finished(this.script, from, to)) this.report(moment)
    const now = due(this.script, from, to)
    const said = latest(now, (each) => each.say !== '')
    if (said) this.stage.say(said.say)
    const sounded = latest(now, (each) => each.tone !== null)
    if (sounded?.tone) this.stage.tone(sounded.tone)
    this.stage.changed()
  }

  private announce(): void {
    this.fresh = false
    const { say, tone } = opening(this.moment)
    if (tone) this.stage.tone(tone)
    if (say) this.stage.say(say)
  }

  private halt(at: number): void {
    this.clock = { offset: at, since: null }
    this.state = 'paused'
    this.stage.hush()
    this.stage.changed()
  }

  private go(to: number): void {
    if (this.state === 'ended') return
    const at = Math.min(to, this.script.seconds)
    this.clock = clocks.seek(this.clock, at, this.time().steady)
    this.told = at
    this.fresh = true
    if (at >= this.script.seconds) this.finish('none', false)
    else if (this.state === 'playing') this.announce()
    this.stage.changed()
  }

  private reportHere(): void {
    this.report(this.moment)
  }

  private report(moment: Moment): void {
    const found = ledgers.report(this.ledger, this.script, moment)
    if (!found) return
    const { step, exercise, side } = moment
    const { seconds, completed } = found
    const data = { session: this.session, step, exercise, side, seconds, completed }
    this.stage.event('exercise_done', data)
  }

  private finish(why: string, enough: boolean): void {
    if (this.state === 'ended') return
    this.state = 'ended'
    const completed = ledgers.completed(this.ledger, this.script)
    this.stage.event('session_ended', { session: this.session, completed, why, enough })
    this.stage.changed()
    this.stage.ended()
  }
}

// Scripts, clocks and storage for tests.

import type { Tick } from '../src/clock.ts'
import type { Moment, Script, SessionData, Side } from '../src/data.ts'
import type { Stage } from '../src/player.ts'
import type { Store } from '../src/store.ts'
import type { Given } from '../src/texts.ts'

type Part = [kind: string, seconds: number, step: number, side: Side, more?: Partial<Moment>]

export function scriptOf(...parts: Part[]): Script {
  let start = 0
  const moments = parts.map(([kind, seconds, step, side, more]): Moment => {
    const moment: Moment = {
      start, seconds, kind, step, side, exercise: `e${step}`, name: `Exercise ${step}`,
      say: kind, pose: 'there', shows: 'Lying.', cues: [], beats: [], next: '', counts: false,
      repetition: 0, repetitions: 0, set: 0, sets: 0, ...more,
    }
    start += seconds
    return moment
  })
  return { title: 'Today', seconds: start, moments }
}

/** Two sides of a stretch, then a rest, then the ending: 100 seconds. */
export const SCRIPT = scriptOf(
  ['ready', 10, 0, 'left'],
  ['hold', 20, 0, 'left', { counts: true, cues: [{ at: 10, say: 'Half-way.' }] }],
  ['switch', 10, 0, 'right'],
  ['hold', 20, 0, 'right', { counts: true }],
  ['ready', 10, 1, 'both'],
  ['ease', 20, 1, 'both', { counts: true }],
  ['end', 10, 1, 'both'],
)

/** Every text is its own key, but for those with something to fill in. */
export const TEXTS: Given = {
  pause: 'pause', go_on: 'go_on', paused: 'paused', welcome_back: 'welcome_back',
  left: 'left', right: 'right', both: '', count: '{n} of {total}', set: 'set {n} of {total}',
  next: '{what}', kept: 'kept', saved: 'saved', saving: 'saving', waiting: 'waiting',
  hurts_said: 'hurts_said', when_ready: 'when_ready', skipped: 'skipped', stopped: 'stopped',
  emergency: 'emergency',
}

export class FakeTime {
  steady = 1000
  wall = 5000
  now = (): Tick => ({ steady: this.steady, wall: this.wall })

  pass(seconds: number): void {
    this.steady += seconds
    this.wall += seconds
  }
}

export interface Told { kind: string; data: Record<string, unknown> }

export class FakeStage implements Stage {
  said: string[] = []
  tones: string[] = []
  events: Told[] = []
  slept = 0
  over = 0
  say(text: string): void { this.said.push(text) }
  tone(tone: string): void { this.tones.push(tone) }
  hush(): void {}
  event(kind: string, data: Record<string, unknown>): void { this.events.push({ kind, data }) }
  asleep(): void { this.slept++ }
  changed(): void {}
  ended(): void { this.over++ }
  of(kind: string): Record<string, unknown>[] {
    return this.events.filter((event) => event.kind === kind).map((event) => event.data)
  }
}

export function memory(): Store & { kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => void kept.set(key, value),
    remove: (key) => void kept.delete(key),
    keys: () => [...kept.keys()],
  }
}

export function dataOf(script: Script, more: Partial<SessionData> = {}): SessionData {
  return {
    session: 's1', script, resume_at: 0, text: TEXTS,
    urls: { events: '/events', hurt: '/hurt', after: '/after', today: '/', card: '/card' },
    settings: { voice: null, rate: 1, volume: 1, tones: true, speak: true },
    ...more,
  }
}

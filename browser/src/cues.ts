// What is due between two seconds of a script: words and tones, in order.

import type { Moment, Script } from './data.ts'
import type { Tone } from './tones.ts'

export interface Due { at: number; say: string; tone: Tone | null }

const OPENING: Record<string, Tone> = {
  ready: 'new',
  count_in: 'tick',
  hold: 'start',
  ease: 'start',
  walk: 'start',
  switch: 'new',
  end: 'done',
}
const LASTING = new Set(['hold', 'ease', 'walk'])

/** A moment's own opening: its words, and a tone that tells its kind to closed eyes. */
export function opening(moment: Moment, before?: Moment): Due {
  const ended = before !== undefined && LASTING.has(before.kind)
  const tone = OPENING[moment.kind] ?? (ended ? 'end' : null)
  return { at: moment.start, say: moment.say, tone }
}

/** Everything after `from`, up to and with `to`. */
export function due(script: Script, from: number, to: number): Due[] {
  return script.moments
    .flatMap((moment, index) => [opening(moment, script.moments[index - 1]), ...within(moment)])
    .filter(({ at }) => at > from && at <= to)
    .sort((a, b) => a.at - b.at)
}

function within(moment: Moment): Due[] {
  const tone: Tone = moment.kind === 'count_in' ? 'tick' : 'soft'
  const cues = moment.cues.map((cue) => ({ at: moment.start + cue.at, say: cue.say, tone }))
  const beats = moment.beats.map((beat) => ({
    at: moment.start + beat.at,
    say: '',
    tone: 'soft' as Tone,
  }))
  const silent = new Set(cues.map((cue) => cue.at))
  return [...cues, ...beats.filter((beat) => !silent.has(beat.at))]
}

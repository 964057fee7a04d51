// What the screen shows at one second of a script.

import type { Moment, Script } from './data.ts'
import { latest, momentAt } from './script.ts'
import type { Texts } from './texts.ts'

export interface Frame {
  moment: Moment
  /** The exercise, or the session once all exercises are done. */
  name: string
  pose: string
  caption: string
  count: string
  side: string
  /** 0 to 1, of this moment. */
  share: number
  /** 0 to 1, of the session. */
  whole: number
}

const SECONDS_A_CUE_STAYS = 6

export function frameAt(script: Script, seconds: number, texts: Texts): Frame {
  const moment = momentAt(script, seconds)
  const elapsed = Math.min(moment.seconds, Math.max(0, seconds - moment.start))
  return {
    moment,
    name: moment.kind === 'end' ? script.title : moment.name,
    pose: latest(moment.beats, (beat) => beat.at <= elapsed)?.pose ?? moment.pose,
    caption: caption(moment, elapsed),
    count: count(moment, elapsed),
    side: side(moment, texts),
    share: moment.seconds > 0 ? elapsed / moment.seconds : 1,
    whole: script.seconds > 0 ? Math.min(1, seconds / script.seconds) : 1,
  }
}

/** The words last said; the moment's own again after a while, or the pose in words. */
function caption(moment: Moment, elapsed: number): string {
  const cue = latest(moment.cues, (each) => each.at <= elapsed)
  if (cue && elapsed - cue.at < SECONDS_A_CUE_STAYS) return cue.say
  return moment.say || moment.shows
}

function count(moment: Moment, elapsed: number): string {
  if (moment.kind === 'move') return String(moment.repetition)
  return moment.counts ? remaining(Math.ceil(moment.seconds - elapsed)) : ''
}

function remaining(seconds: number): string {
  if (seconds < 100) return String(seconds)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

function side(moment: Moment, texts: Texts): string {
  if (moment.kind === 'end') return ''
  const parts = [texts(moment.side)]
  if (moment.repetitions > 1) {
    parts.push(texts('count', { n: moment.repetition, total: moment.repetitions }))
  }
  if (moment.sets > 1) parts.push(texts('set', { n: moment.set, total: moment.sets }))
  return parts.filter(Boolean).join(' · ')
}

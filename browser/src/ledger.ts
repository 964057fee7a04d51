// How many seconds of each side of each exercise were really held or moved.

import type { Done, Moment, Script } from './data.ts'
import { WORK, chapterKey, end } from './script.ts'

type Seconds = Record<string, number>

export interface Ledger {
  done: Seconds
  /** Of these, what has been reported. */
  told: Seconds
}

export interface Report { moment: Moment; seconds: number; completed: number }

export function opened(done: readonly Done[] = []): Ledger {
  const seconds: Seconds = {}
  for (const entry of done) {
    const key = chapterKey(entry)
    seconds[key] = (seconds[key] ?? 0) + entry.seconds
  }
  return { done: seconds, told: { ...seconds } }
}

/** Write down that the script was played from one second to another. */
export function add(ledger: Ledger, script: Script, from: number, to: number): void {
  for (const moment of script.moments) {
    const seconds = Math.min(to, end(moment)) - Math.max(from, moment.start)
    if (seconds <= 0 || !WORK.has(moment.kind)) continue
    const key = chapterKey(moment)
    ledger.done[key] = (ledger.done[key] ?? 0) + seconds
  }
}

/** The sides whose last hold or repetition ended between two seconds. */
export function finished(script: Script, from: number, to: number): Moment[] {
  const last = new Map<string, Moment>()
  for (const moment of script.moments) {
    if (WORK.has(moment.kind)) last.set(chapterKey(moment), moment)
  }
  return [...last.values()].filter((moment) => end(moment) > from && end(moment) <= to)
}

/** Whether all of this was told by this ledger: nobody else has gone on with the session. */
export function told(ledger: Ledger, done: readonly Done[] = []): boolean {
  const known = Object.entries(opened(done).told)
  return known.every(([key, seconds]) => seconds <= (ledger.told[key] ?? 0))
}

/** What was done of this side and not yet reported; null where that is nothing. */
export function report(ledger: Ledger, script: Script, moment: Moment): Report | null {
  const key = chapterKey(moment)
  const done = ledger.done[key] ?? 0
  const before = ledger.told[key] ?? 0
  const seconds = Math.round(done - before)
  if (seconds < 1) return null
  ledger.told[key] = before + seconds
  return { moment, seconds, completed: share(done, planned(script)[key] ?? 0) }
}

/** Percent of the whole session that was done. */
export function completed(ledger: Ledger, script: Script): number {
  const plan = Object.entries(planned(script))
  const whole = plan.reduce((sum, [, seconds]) => sum + seconds, 0)
  const done = plan.reduce((sum, [key, s]) => sum + Math.min(s, ledger.done[key] ?? 0), 0)
  return share(done, whole)
}

function planned(script: Script): Seconds {
  const seconds: Seconds = {}
  for (const moment of script.moments) {
    if (!WORK.has(moment.kind)) continue
    const key = chapterKey(moment)
    seconds[key] = (seconds[key] ?? 0) + moment.seconds
  }
  return seconds
}

function share(done: number, whole: number): number {
  return whole > 0 ? Math.min(100, Math.round((100 * done) / whole)) : 0
}

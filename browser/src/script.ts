// Where in a script one is, and where "skip" and "back" lead. The same rules as `coach.playing`.

import type { Moment, Script } from './data.ts'

export const WORK = new Set(['hold', 'move', 'ease', 'walk'])
const SECONDS_TO_GO_FURTHER_BACK = 5

/** The last of a list that is so. */
export function latest<T>(list: readonly T[], isSo: (each: T) => boolean): T | undefined {
  return list.filter(isSo).at(-1)
}

export function end(moment: Moment): number {
  return moment.start + moment.seconds
}

export function momentAt(script: Script, seconds: number): Moment {
  const moments = script.moments
  let index = moments.length - 1
  while (index > 0 && moments[index]!.start > seconds) index--
  return moments[index]!
}

/** One side of one exercise: what is reported as done. */
export function chapterKey(of: { step: number; exercise: string; side: string }): string {
  return `${of.step}:${of.exercise}:${of.side}`
}

export function chapterStarts(script: Script): number[] {
  let last = ''
  return script.moments.flatMap((moment) => {
    const key = chapterKey(moment)
    const starts = key === last ? [] : [moment.start]
    last = key
    return starts
  })
}

/** The next exercise; the last leads to the ending, the ending to the end. */
export function nextExercise(script: Script, seconds: number): number {
  const here = momentAt(script, seconds)
  if (here.kind === 'end') return script.seconds
  const later = script.moments.find((moment) => moment.step > here.step)
  return (later ?? script.moments.at(-1)!).start
}

/** The start of this side of this exercise; just after it, of the one before. */
export function beginning(script: Script, seconds: number): number {
  const since = seconds - SECONDS_TO_GO_FURTHER_BACK
  return latest(chapterStarts(script), (start) => start <= since) ?? 0
}

/** Whether any of this exercise's dose lies ahead. */
export function workAhead(script: Script, seconds: number): boolean {
  const { step } = momentAt(script, seconds)
  return script.moments.some((m) => m.step === step && WORK.has(m.kind) && end(m) > seconds)
}

/** Tells one script from another, so that a place in one isn't taken for a place in the other. */
export function fingerprint(script: Script): string {
  const exercises = new Set(script.moments.map(chapterKey))
  return `${script.seconds}|${script.moments.length}|${[...exercises].join()}`
}

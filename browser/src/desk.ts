// The page at the desk: counts down to the next break and looks again then.

import type { Notices } from './notices.ts'

const MINUTE = 60

export interface DeskClock {
  now(): number
  after(milliseconds: number, action: () => void): void
}

export function sitAtDesk(
  page: Document,
  notices: Notices,
  open: (address: string) => void,
  clock: DeskClock,
): void {
  const desk = page.querySelector<HTMLElement>('#desk')
  if (!desk) return
  if (desk.dataset.now === 'break') {
    const name = page.querySelector('#break-title')?.textContent ?? ''
    notices.show(page.title, name, 'desk')
  }
  const { wait, next } = desk.dataset
  if (wait && next) countDown(page, Number(wait), () => open(next), clock)
}

/** A minute at a time, by the clock: timers of a page in the background may be late. */
function countDown(page: Document, wait: number, over: () => void, clock: DeskClock): void {
  const end = clock.now() + wait * 1000
  const place = page.querySelector<HTMLElement>('#desk-left')
  const tick = () => {
    const left = Math.round((end - clock.now()) / 1000)
    if (left <= 0) return over()
    if (place) place.textContent = inWords(left, place.dataset)
    clock.after(Math.min(left, left % MINUTE || MINUTE) * 1000, tick)
  }
  tick()
}

export function inWords(left: number, words: DOMStringMap): string {
  const minutes = Math.ceil(left / MINUTE)
  return minutes > 1 ? (words.minutes ?? '').replace('{n}', String(minutes)) : (words.minute ?? '')
}

// Puts what the player is doing on the screen. Nothing here decides.

import type { Frame } from './frame.ts'
import type { Saved } from './outbox.ts'
import type { State } from './player.ts'
import type { Texts } from './texts.ts'

const CONTROLS = ['pause', 'back', 'skip', 'hurts']

export function element<E extends HTMLElement>(id: string): E {
  const found = document.getElementById(id)
  if (!found) throw new Error(`the page has no #${id}`)
  return found as E
}

export class View {
  private readonly texts: Texts
  private readonly player = element('player')
  private readonly pause = element<HTMLButtonElement>('pause')

  constructor(texts: Texts) {
    this.texts = texts
  }

  /** From the first press on: the controls in place of "Begin". */
  begun(): void {
    element('begin').hidden = true
    for (const id of CONTROLS) element(id).hidden = false
    this.pause.focus()
  }

  show(frame: Frame, state: State, note: string): void {
    const { moment } = frame
    this.player.dataset.kind = moment.kind
    this.player.dataset.state = state
    this.player.dataset.side = moment.side
    this.player.style.setProperty('--progress', frame.share.toFixed(4))
    element<HTMLProgressElement>('progress').value = frame.whole
    element('figure').dataset.pose = frame.pose
    element('figure').dataset.exercise = moment.exercise
    this.words(frame, note)
    this.write(this.pause, state === 'playing' ? this.texts('pause') : this.texts('go_on'))
  }

  /** Whether there is a figure to look at, or the ring alone. */
  figure(there: boolean): void {
    this.player.dataset.figure = there ? 'shown' : 'none'
  }

  /** Nothing is left to play: the one big button leads on. */
  over(): void {
    element('begin').hidden = true
    for (const id of CONTROLS) element(id).hidden = id !== 'pause'
    this.pause.focus()
  }

  saved(saved: Saved, why: string): void {
    element('saved').dataset.saved = saved
    this.write(element('saved'), this.texts(saved))
    this.write(element('problem'), why)
  }

  sound(on: boolean): void {
    element('sound').setAttribute('aria-pressed', String(on))
  }

  private words(frame: Frame, note: string): void {
    const { next } = frame.moment
    this.write(element('exercise-name'), frame.name)
    this.caption(note || frame.caption)
    this.write(element('side'), frame.side)
    this.write(element('count'), frame.count)
    this.write(element('next'), next ? this.texts('next', { what: next }) : '')
  }

  /** The longer it is, the smaller it may have to be. */
  private caption(text: string): void {
    const caption = element('caption')
    caption.style.setProperty('--letters', String(text.length))
    this.write(caption, text)
  }

  /** Only what changed is written, so that a screen reader isn't told the same again. */
  private write(where: HTMLElement, text: string): void {
    if (where.textContent !== text) where.textContent = text
  }
}

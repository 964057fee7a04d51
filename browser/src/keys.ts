// The keyboard: space pauses, arrows skip and go back, h says "this hurts", Esc leaves.

export type Verb = 'toggle' | 'skip' | 'back' | 'hurts' | 'leave'

const VERBS: Record<string, Verb> = {
  ' ': 'toggle',
  ArrowRight: 'skip',
  ArrowLeft: 'back',
  h: 'hurts',
  H: 'hurts',
  Escape: 'leave',
}

export interface Press {
  key: string
  altKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  repeat: boolean
}

/** What a key means; null where it is left to the browser (a button's own space, a shortcut). */
export function verbOf(press: Press, onButton: boolean, letters: boolean): Verb | null {
  if (press.altKey || press.ctrlKey || press.metaKey || press.repeat) return null
  if (press.key === ' ' && onButton) return null
  if (press.key.length === 1 && press.key !== ' ' && !letters) return null
  return VERBS[press.key] ?? null
}

/** Listen on the page, but not while a dialog is open: there keys belong to its buttons. */
export function listen(letters: boolean, act: (verb: Verb) => void): void {
  document.addEventListener('keydown', (event) => {
    if (document.querySelector('dialog[open]')) return
    const onButton = event.target instanceof Element && !!event.target.closest('button, a, input')
    const verb = verbOf(event, onButton, letters)
    if (!verb) return
    event.preventDefault()
    act(verb)
  })
}

/** A button that was clicked gives the keyboard back, so that space pauses again. */
export function giveBackFocus(): void {
  document.addEventListener('click', (event) => {
    const byPointer = event.detail > 0
    if (byPointer && event.target instanceof HTMLElement) event.target.closest('button')?.blur()
  })
}

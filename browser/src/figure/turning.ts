// Turning the figure: by dragging, by arrow keys on it, by the buttons beside it.

import type { View } from './view.ts'

const DEGREES_A_PIXEL = 0.5
const ONE_TURN = 30
const FROM_ABOVE = 62
/** Milliseconds in which about two thirds of a turn are done. */
const SOFTNESS = 110
const THERE = 0.1

type Turn = 'left' | 'right' | 'up' | 'down' | 'above' | 'best'

const KEYS: Record<string, Turn> = {
  ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down', Home: 'best',
}

/** What a turn makes of the wish so far. */
export function wished(wish: View, turn: Turn): View {
  const { around, above } = wish
  switch (turn) {
    case 'left': return { around: around - ONE_TURN, above }
    case 'right': return { around: around + ONE_TURN, above }
    case 'up': return { around, above: Math.min(above + ONE_TURN / 2, 90) }
    case 'down': return { around, above: Math.max(above - ONE_TURN / 2, -90) }
    case 'above': return { around, above: above === FROM_ABOVE ? 0 : FROM_ABOVE }
    case 'best': return { around: 0, above: 0 }
  }
}

export class Turning {
  /** How far the figure is turned away from its best view. */
  by: View = { around: 0, above: 0 }
  private wish: View = this.by
  private last = 0
  private readonly changed: () => void

  constructor(canvas: HTMLElement, buttons: Element | null, changed: () => void) {
    this.changed = changed
    canvas.addEventListener('pointerdown', (event) => this.drag(canvas, event))
    canvas.addEventListener('keydown', (event) => this.press(event))
    buttons?.addEventListener('click', (event) => {
      const button = (event.target as Element).closest<HTMLElement>('[data-turn]')
      if (button) this.turn(button.dataset.turn as Turn)
    })
  }

  /** At once, where another exercise begins. */
  forget(): void {
    this.by = this.wish = { around: 0, above: 0 }
  }

  /** Come nearer to what is wished; whether anything moved. */
  step(now: number, atOnce: boolean): boolean {
    const passed = Math.min(100, now - this.last)
    this.last = now
    const around = this.wish.around - this.by.around
    const above = this.wish.above - this.by.above
    if (around === 0 && above === 0) return false
    const near = Math.abs(around) + Math.abs(above) < THERE
    const share = atOnce || near ? 1 : 1 - Math.exp(-passed / SOFTNESS)
    this.by = share === 1
      ? this.wish
      : { around: this.by.around + around * share, above: this.by.above + above * share }
    return true
  }

  private turn(turn: Turn): void {
    this.wish = wished(this.wish, turn)
    this.changed()
  }

  private press(event: KeyboardEvent): void {
    const turn = KEYS[event.key]
    if (!turn || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    this.turn(turn)
  }

  private drag(canvas: HTMLElement, down: PointerEvent): void {
    const start = this.wish
    const move = (event: PointerEvent) => {
      const around = start.around + (event.clientX - down.clientX) * DEGREES_A_PIXEL
      const above = start.above + (event.clientY - down.clientY) * DEGREES_A_PIXEL
      this.by = this.wish = { around, above }
      this.changed()
    }
    const up = () => {
      canvas.removeEventListener('pointermove', move)
      for (const end of ['pointerup', 'pointercancel']) canvas.removeEventListener(end, up)
    }
    canvas.setPointerCapture(down.pointerId)
    canvas.addEventListener('pointermove', move)
    for (const end of ['pointerup', 'pointercancel']) canvas.addEventListener(end, up)
  }
}

// The one quiet line at a chosen time. Whether one is due, and its words, the server decides.

import type { Notices } from './notices.ts'
import { postJson } from './outbox.ts'
import type { Store } from './store.ts'

const KEY = 'psoas.reminder'

interface Answer {
  due: boolean
  again: number | null
  new?: boolean
  time?: string
  title?: string
  words?: string
}

export class Reminding {
  private readonly page: Document
  private readonly store: Store
  private readonly send: typeof fetch
  private readonly notices: Notices
  private timer: ReturnType<typeof setTimeout> | undefined

  /** `store` lasts as long as the tab: a line that is shown stays when another page opens. */
  constructor(page: Document, store: Store, send: typeof fetch, notices: Notices) {
    this.page = page
    this.store = store
    this.send = send
    this.notices = notices
  }

  async ask(): Promise<void> {
    clearTimeout(this.timer)
    const answer = await this.answer()
    if (answer?.due) this.show(answer)
    else if (answer) this.away()
    else this.hide() // Perhaps only this page was left: the next one asks for the same line.
    if (answer?.due && answer.new) return this.ask() // Only one that is shown has reminded anybody.
    if (answer?.again) this.timer = setTimeout(() => void this.ask(), answer.again * 1000)
  }

  private async answer(): Promise<Answer | null> {
    try {
      const shown = this.store.get(KEY)
      const response = await postJson(this.send, '/reminder', { shown })
      return response.ok ? ((await response.json()) as Answer) : null
    } catch {
      return null // Psoas is not running: then there is nothing to say.
    }
  }

  private show({ time = '', title = '', words = '', new: isNew }: Answer): void {
    this.store.set(KEY, time)
    if (isNew) this.notices.show(title, words, time)
    const said = this.place()?.querySelector('p')
    if (said) said.textContent = words
  }

  /** The line on the page, put there once. */
  private place(): Element | null {
    const known = this.page.querySelector('.reminder')
    if (known) return known
    const template = this.page.querySelector<HTMLTemplateElement>('#reminder')
    const main = this.page.querySelector('main')
    if (!template || !main) return null
    main.before(template.content.cloneNode(true))
    const place = this.page.querySelector('.reminder')
    place?.querySelector('[data-away]')?.addEventListener('click', () => this.away())
    return place
  }

  private away(): void {
    this.store.remove(KEY)
    this.hide()
  }

  private hide(): void {
    this.page.querySelector('.reminder')?.remove()
  }
}

/** Ask now, at each chosen time, and when the page comes into sight again. */
export function remind(page: Document, store: Store, send: typeof fetch, notices: Notices): void {
  if (!page.querySelector('#reminder')) return
  const reminding = new Reminding(page, store, send, notices)
  page.addEventListener('visibilitychange', () => {
    if (page.visibilityState === 'visible') void reminding.ask()
  })
  void reminding.ask()
}

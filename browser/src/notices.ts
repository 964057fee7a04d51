// Notifications of this browser: only where the person turned them on, on this device.

import type { Store } from './store.ts'

const KEY = 'psoas.notices'

export interface Notices {
  /** Whether this browser can show any at all here. */
  readonly possible: boolean
  readonly denied: boolean
  readonly on: boolean
  turn(on: boolean): Promise<void>
  /** One notification, where they are on and the page is out of sight. */
  show(title: string, words: string, tag: string): void
}

type Api = Pick<typeof Notification, 'permission' | 'requestPermission'> &
  (new (title: string, options?: NotificationOptions) => Notification)

export function noticesOf(store: Store, api: Api | undefined, hidden: () => boolean): Notices {
  const on = () => store.get(KEY) === 'on' && api?.permission === 'granted'
  return {
    possible: api !== undefined,
    get denied() {
      return api?.permission === 'denied'
    },
    get on() {
      return on()
    },
    async turn(wanted) {
      if (!wanted) return store.remove(KEY)
      if ((await api?.requestPermission()) === 'granted') store.set(KEY, 'on')
    },
    show(title, words, tag) {
      if (!api || !on() || !hidden()) return
      try {
        const shown = new api(title, { body: words, tag, icon: '/static/icon.svg' })
        shown.onclick = () => {
          globalThis.focus()
          shown.close()
        }
      } catch {
        // Some phones only let installed programs show any; the line on the page says it all.
      }
    },
  }
}

/** The button that turns them on and off; it stays away where there can't be any. */
export function offerNotices(page: Document, notices: Notices): void {
  const place = page.querySelector<HTMLElement>('#notices')
  const button = place?.querySelector('button')
  const words = place?.querySelector('p')
  if (!place || !button || !words || !notices.possible) return
  const show = () => {
    const { on, off, denied, turnOn, turnOff } = place.dataset
    words.textContent = (notices.denied ? denied : notices.on ? on : off) ?? ''
    button.textContent = (notices.on ? turnOff : turnOn) ?? ''
    button.hidden = notices.denied
    place.hidden = false
  }
  button.addEventListener('click', () => void notices.turn(!notices.on).then(show))
  show()
}

// Events on their way to the diary: stored before they are sent, sent until they are saved.
// Each carries an id made here, so that sending one twice, from two tabs even, is harmless.

import type { Store } from './store.ts'

export interface DiaryEvent { id: string; kind: string; at: string; data: Record<string, unknown> }
export type Saved = 'saved' | 'saving' | 'waiting'

interface Letter { url: string; event: DiaryEvent; order: number }

const PREFIX = 'psoas.outbox.'
const FIRST_WAIT = 1_000
const LONGEST_WAIT = 60_000
/** Answers after which trying again may help. */
const PASSING = new Set([408, 425, 429])

export class Outbox {
  private readonly store: Store
  private readonly send: typeof fetch
  private readonly shown: (saved: Saved, why: string) => void
  private readonly refused = new Set<string>()
  private sending: Promise<void> | null = null
  private wait = FIRST_WAIT
  /** What the server said when it would not save; empty where it said nothing. */
  private why = ''
  private order = 0

  constructor(
    store: Store,
    send: typeof fetch,
    shown: (saved: Saved, why: string) => void = () => undefined,
  ) {
    this.store = store
    this.send = send
    this.shown = shown
  }

  /** Store an event, and send it as soon as may be. */
  add(url: string, kind: string, data: Record<string, unknown>): DiaryEvent {
    const event = newEvent(kind, data)
    this.keep(url, event)
    void this.flush()
    return event
  }

  /** Store an event without sending it yet. */
  keep(url: string, event: DiaryEvent): void {
    const letter: Letter = { url, event, order: this.order++ }
    this.store.set(PREFIX + event.id, JSON.stringify(letter))
  }

  /** It is saved: another way has brought it there. */
  drop(id: string): void {
    this.store.remove(PREFIX + id)
  }

  /** Send all there is, in order. Resolves when it is saved or has to wait. */
  flush(): Promise<void> {
    this.sending ??= this.sendAll()
    return this.sending
  }

  private async sendAll(): Promise<void> {
    await null // so that `sending` is set before it is cleared
    for (let letter = this.next(); letter; letter = this.next()) {
      this.shown('saving', this.why)
      const result = await this.deliver(letter)
      if (result === 'saved') this.delivered(letter)
      else if (result === 'refused') this.refused.add(letter.event.id)
      else return this.later()
    }
    this.sending = null
    this.shown(this.refused.size ? 'waiting' : 'saved', this.why)
  }

  private delivered(letter: Letter): void {
    this.wait = FIRST_WAIT
    this.drop(letter.event.id)
  }

  private later(): void {
    this.sending = null
    this.shown('waiting', this.why)
    setTimeout(() => void this.flush(), this.wait)
    this.wait = Math.min(LONGEST_WAIT, this.wait * 2)
  }

  private async deliver({ url, event }: Letter): Promise<'saved' | 'refused' | 'failed'> {
    try {
      const answer = await postJson(this.send, url, event)
      this.why = answer.ok ? '' : await sentenceOf(answer)
      if (answer.ok) return 'saved'
      const final = answer.status >= 400 && answer.status < 500 && !PASSING.has(answer.status)
      return final ? 'refused' : 'failed'
    } catch {
      this.why = ''
      return 'failed'
    }
  }

  private next(): Letter | undefined {
    return this.store
      .keys()
      .filter((key) => key.startsWith(PREFIX) && !this.refused.has(key.slice(PREFIX.length)))
      .flatMap((key) => this.read(key))
      .sort((a, b) => a.event.at.localeCompare(b.event.at) || a.order - b.order)[0]
  }

  private read(key: string): Letter[] {
    try {
      const letter = JSON.parse(this.store.get(key) ?? '') as Letter
      return typeof letter.event.at === 'string' ? [letter] : []
    } catch {
      return []
    }
  }
}

/** The server's plain sentence about what is wrong. */
async function sentenceOf(answer: Response): Promise<string> {
  try {
    const { error } = (await answer.json()) as { error?: unknown }
    return typeof error === 'string' ? error : ''
  } catch {
    return ''
  }
}

export function newEvent(kind: string, data: Record<string, unknown>): DiaryEvent {
  return { id: crypto.randomUUID(), kind, at: new Date().toISOString(), data }
}

export function postJson(send: typeof fetch, url: string, body: unknown): Promise<Response> {
  return send(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    credentials: 'same-origin',
    redirect: 'error',
    keepalive: true,
  })
}

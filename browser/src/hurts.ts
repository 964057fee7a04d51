// "This hurts": what the person feels, and what is done about it at once.

import type { Script } from './data.ts'
import { newEvent, postJson, type DiaryEvent, type Outbox } from './outbox.ts'
import type { TextKey } from './texts.ts'

export const WHATS = ['sharp', 'tingling', 'too_much', 'dizzy', 'weak', 'chest'] as const
export type What = (typeof WHATS)[number]

const ACTS = ['ease', 'skip', 'swap', 'end', 'card'] as const

export interface Act {
  act: (typeof ACTS)[number]
  say: string
  url?: string
  script?: Script | null
  resume_at?: number
  /** True where the server could not be asked. */
  alone?: boolean
}

/** What is safe to do without asking anyone. */
const ALONE: Record<What, [Act['act'], TextKey]> = {
  sharp: ['skip', 'skipped'],
  too_much: ['skip', 'skipped'],
  tingling: ['skip', 'skipped'],
  dizzy: ['end', 'stopped'],
  weak: ['card', 'emergency'],
  chest: ['card', 'emergency'],
}

/** Why a session ended that was stopped by it; only pain and too hard step back. */
export const WHY: Record<What, string> = {
  sharp: 'pain',
  tingling: 'pain',
  too_much: 'too_hard',
  dizzy: 'interrupted',
  weak: 'worried',
  chest: 'worried',
}

export function isWhat(text: string): text is What {
  return (WHATS as readonly string[]).includes(text)
}

export function actAlone(what: What, texts: (key: TextKey) => string): Act {
  const [act, text] = ALONE[what]
  return { act, say: texts(text), alone: true }
}

export interface Asking {
  outbox: Outbox
  send: typeof fetch
  urls: { hurt: string; events: string }
  texts: (key: TextKey) => string
  /** Given to a request, it ends one that takes too long. */
  patience?: () => AbortSignal
}

/** Ask the server what to do; where it doesn't answer in time or in kind, do what is safe. */
export async function ask(
  { outbox, send, urls, texts, patience }: Asking,
  what: What,
  where: Record<string, unknown>,
): Promise<Act> {
  const event = newEvent('hurt', { ...where, what })
  outbox.keep(urls.events, event)
  try {
    const answer = await postHurt(send, urls.hurt, event, patience)
    outbox.drop(event.id)
    return answer
  } catch {
    void outbox.flush()
    return actAlone(what, texts)
  }
}

async function postHurt(
  send: typeof fetch,
  url: string,
  event: DiaryEvent,
  patience: () => AbortSignal = () => AbortSignal.timeout(4000),
): Promise<Act> {
  const impatient: typeof fetch = (to, options) => send(to, { ...options, signal: patience() })
  const answer = await postJson(impatient, url, event)
  const act = answer.ok ? ((await answer.json()) as Act) : null
  if (!act || !ACTS.includes(act.act)) throw new Error('no answer')
  return act
}

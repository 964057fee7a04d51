// The place in a session, kept so that a reload goes on where it was.

import type { SessionData } from './data.ts'
import { opened, told, type Ledger } from './ledger.ts'
import type { Place } from './player.ts'
import { fingerprint } from './script.ts'
import type { Store } from './store.ts'

const key = (session: string) => `psoas.place.${session}`

export function keepPlace(store: Store, session: string, place: Place): void {
  store.set(key(session), JSON.stringify(place))
}

export function forgetPlace(store: Store, session: string): void {
  store.remove(key(session))
}

/** The place kept here; the server's, where that is later and the session went on elsewhere. */
export function placeOf(store: Store, data: SessionData): { at: number; ledger: Ledger } {
  const kept = keptPlace(store, data)
  if (kept && (kept.at >= data.resume_at || told(kept.ledger, data.done))) return kept
  const known = opened(data.done)
  if (!kept) return { at: data.resume_at, ledger: known }
  return { at: data.resume_at, ledger: joined(kept.ledger, known) }
}

/** Of each side the greater: what one of them hasn't heard of, the other has. */
function joined(one: Ledger, other: Ledger): Ledger {
  const greater = (a: Record<string, number>, b: Record<string, number>) =>
    Object.fromEntries(
      [...Object.keys(a), ...Object.keys(b)].map((k) => [k, Math.max(a[k] ?? 0, b[k] ?? 0)]),
    )
  return { done: greater(one.done, other.done), told: greater(one.told, other.told) }
}

function keptPlace(store: Store, data: SessionData): Place | null {
  try {
    const place = JSON.parse(store.get(key(data.session)) ?? 'null') as Place | null
    const fits = place?.script === fingerprint(data.script) && Number.isFinite(place.at)
    return fits && place.ledger ? place : null
  } catch {
    return null
  }
}

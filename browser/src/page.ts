// Every page but the session: what a session left unsent is sent, Settings lists the voices, a
// page to read can be dropped, a chosen time is reminded of, and the desk counts its minutes.

import { sitAtDesk } from './desk.ts'
import { takeDroppedFiles } from './dropping.ts'
import { noticesOf, offerNotices } from './notices.ts'
import { Outbox } from './outbox.ts'
import { remind } from './reminding.ts'
import { storeOn } from './store.ts'
import { offerVoices } from './voices.ts'
import { offerZone } from './zone.ts'

const send: typeof fetch = (...request) => fetch(...request)
const store = storeOn(() => localStorage)
const outbox = new Outbox(store, send)
addEventListener('online', () => void outbox.flush())
void outbox.flush()
offerVoices(document, globalThis.speechSynthesis)
takeDroppedFiles(document)

const notices = noticesOf(store, globalThis.Notification, () => document.hidden)
offerNotices(document, notices)
offerZone(document, Intl.DateTimeFormat().resolvedOptions().timeZone)
remind(document, storeOn(() => sessionStorage), send, notices)
sitAtDesk(document, notices, (address) => location.replace(address), {
  now: () => Date.now(),
  after: (milliseconds, action) => void setTimeout(action, milliseconds),
})

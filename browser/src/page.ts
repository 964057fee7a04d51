// Every page but the session: what a session left unsent is sent, and Settings lists the voices.

import { Outbox } from './outbox.ts'
import { storeOn } from './store.ts'
import { offerVoices } from './voices.ts'

const outbox = new Outbox(storeOn(() => localStorage), (...request) => fetch(...request))
addEventListener('online', () => void outbox.flush())
void outbox.flush()
offerVoices(document, globalThis.speechSynthesis)

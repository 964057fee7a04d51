// Every page but the session: what a session left unsent is sent, Settings lists the voices,
// and a page to read can be dropped.

import { takeDroppedFiles } from './dropping.ts'
import { Outbox } from './outbox.ts'
import { storeOn } from './store.ts'
import { offerVoices } from './voices.ts'

const outbox = new Outbox(storeOn(() => localStorage), (...request) => fetch(...request))
addEventListener('online', () => void outbox.flush())
void outbox.flush()
offerVoices(document, globalThis.speechSynthesis)
takeDroppedFiles(document)

// Every page but the session: what a session left unsent is sent.

import { Outbox } from './outbox.ts'
import { storeOn } from './store.ts'

const outbox = new Outbox(storeOn(() => localStorage), (...request) => fetch(...request))
addEventListener('online', () => void outbox.flush())
void outbox.flush()

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { WHATS, WHY, actAlone, ask, isWhat } from '../src/hurts.ts'
import { Outbox } from '../src/outbox.ts'
import { memory } from './making.ts'

const urls = { hurt: '/hurt', events: '/events' }
const where = { session: 's1', step: 0, exercise: 'e0', side: 'left' }
const words = (key: string) => key

function asking(answer: () => Response | Promise<Response>) {
  const store = memory()
  const sent: { url: string; body: Record<string, unknown> }[] = []
  const send = (async (url: string, options: RequestInit) => {
    sent.push({ url, body: JSON.parse(String(options.body)) })
    return url === '/hurt' ? answer() : new Response(null, { status: 204 })
  }) as unknown as typeof fetch
  const outbox = new Outbox(store, send)
  const patience = () => AbortSignal.timeout(1000)
  return { store, sent, outbox, asking: { outbox, send, urls, texts: words, patience } }
}

test('what the server says is done, and the answer is in its diary', async () => {
  const { store, sent, asking: it } = asking(() => Response.json({ act: 'ease', say: 'Softer.' }))
  const act = await ask(it, 'too_much', where)
  assert.deepEqual(act, { act: 'ease', say: 'Softer.' })
  assert.equal(store.kept.size, 0)
  assert.deepEqual(sent[0]?.body.data, { ...where, what: 'too_much' })
  assert.equal(sent[0]?.body.kind, 'hurt')
})

test('without an answer the safe thing is done, and the event still reaches the diary', async () => {
  for (const answer of [
    () => Promise.reject(new TypeError('down')),
    () => new Response(null, { status: 500 }),
    () => Response.json({ act: 'dance', say: '' }),
    () => new Response('not json'),
  ]) {
    const { sent, outbox, asking: it } = asking(answer)
    const act = await ask(it, 'sharp', where)
    await outbox.flush()
    assert.deepEqual(act, { act: 'skip', say: 'skipped', alone: true })
    assert.equal(sent[1]?.url, '/events')
    assert.equal(sent[1]?.body.id, sent[0]?.body.id)
  }
})

test('alone it never goes on with what hurt', () => {
  const acts = Object.fromEntries(WHATS.map((what) => [what, actAlone(what, words).act]))
  assert.deepEqual(acts, {
    sharp: 'skip', tingling: 'skip', too_much: 'skip', dizzy: 'end', weak: 'card', chest: 'card',
  })
})

test('dizziness is no reason to step back', () => {
  assert.equal(WHY.dizzy, 'interrupted')
  assert.equal(WHY.sharp, 'pain')
})

test('“it is all right” is no answer', () => {
  assert.equal(isWhat(''), false)
  assert.equal(isWhat('sharp'), true)
})

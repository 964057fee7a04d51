import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { Outbox, newEvent, type Saved } from '../src/outbox.ts'
import { memory } from './making.ts'

type Answer = number | 'down'

function server(...answers: Answer[]) {
  const got: { url: string; id: string; kind: string }[] = []
  const send = (async (url: string, options: RequestInit) => {
    const { id, kind } = JSON.parse(String(options.body)) as { id: string; kind: string }
    got.push({ url, id, kind })
    const answer = answers.shift() ?? 204
    if (answer === 'down') throw new TypeError('failed to fetch')
    return new Response(null, { status: answer })
  }) as unknown as typeof fetch
  return { got, send }
}

test('an event is stored before it is sent and forgotten only when it is saved', async () => {
  const store = memory()
  const { got, send } = server()
  const outbox = new Outbox(store, send)
  const event = outbox.add('/events', 'hurt', { what: 'sharp' })
  assert.equal(store.kept.size, 1)
  assert.equal(got.length, 0)
  await outbox.flush()
  assert.equal(store.kept.size, 0)
  assert.deepEqual(got, [{ url: '/events', id: event.id, kind: 'hurt' }])
  assert.match(event.at, /Z$/)
})

test('“saved” is shown only after the server said so', async () => {
  const shown: Saved[] = []
  const { send } = server(500)
  mock.timers.enable({ apis: ['setTimeout'] })
  const outbox = new Outbox(memory(), send, (saved) => shown.push(saved))
  outbox.add('/events', 'hurt', {})
  await outbox.flush()
  assert.deepEqual(shown, ['saving', 'waiting'])
  mock.timers.tick(1000)
  await outbox.flush()
  assert.deepEqual(shown, ['saving', 'waiting', 'saving', 'saved'])
  mock.timers.reset()
})

test('it waits longer each time the server is down', async () => {
  mock.timers.enable({ apis: ['setTimeout'] })
  const { got, send } = server('down', 'down', 'down')
  const outbox = new Outbox(memory(), send)
  outbox.add('/events', 'hurt', {})
  await outbox.flush()
  for (const [after, tries] of [[999, 1], [1, 2], [1999, 2], [1, 3], [4000, 4]] as const) {
    mock.timers.tick(after)
    await new Promise(setImmediate)
    assert.equal(got.length, tries)
  }
  mock.timers.reset()
})

test('events are sent in the order in which they happened', async () => {
  const { got, send } = server()
  const outbox = new Outbox(memory(), send)
  for (const kind of ['one', 'two', 'three']) outbox.add('/events', kind, {})
  await outbox.flush()
  assert.deepEqual(got.map((each) => each.kind), ['one', 'two', 'three'])
})

test('what a killed page left unsent is sent by the next, with the same id', async () => {
  const store = memory()
  const left = newEvent('exercise_done', {})
  new Outbox(store, server().send).keep('/events', left)
  const { got, send } = server()
  await new Outbox(store, send).flush()
  assert.equal(got[0]?.id, left.id)
})

test('an event that the server refuses is kept, and holds up no other', async () => {
  const store = memory()
  const { got, send } = server(422)
  const shown: Saved[] = []
  const outbox = new Outbox(store, send, (saved) => shown.push(saved))
  outbox.add('/events', 'bad', {})
  outbox.add('/events', 'good', {})
  await outbox.flush()
  assert.deepEqual(got.map((each) => each.kind), ['bad', 'good'])
  assert.equal(store.kept.size, 1)
  assert.equal(shown.at(-1), 'waiting')
})

test('damaged or foreign entries are left alone', async () => {
  const store = memory()
  store.set('psoas.outbox.x', '{')
  store.set('psoas.outbox.y', '{"event":{}}')
  store.set('other', '1')
  const { got, send } = server()
  await new Outbox(store, send).flush()
  assert.equal(got.length, 0)
})

test('what the server says is wrong is told, until it saves again', async () => {
  const told: string[] = []
  const answers = [Response.json({ error: 'The disk is full.' }, { status: 503 })]
  const send = (async () => answers.shift() ?? new Response()) as unknown as typeof fetch
  mock.timers.enable({ apis: ['setTimeout'] })
  const outbox = new Outbox(memory(), send, (_, why) => told.push(why))
  outbox.add('/events', 'hurt', {})
  await outbox.flush()
  assert.equal(told.at(-1), 'The disk is full.')
  mock.timers.tick(1000)
  await outbox.flush()
  assert.equal(told.at(-1), '')
  mock.timers.reset()
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type DeskClock, inWords, sitAtDesk } from '../src/desk.ts'
import { noticesOf } from '../src/notices.ts'
import { Reminding } from '../src/reminding.ts'
import { storeOn } from '../src/store.ts'
import { offerZone } from '../src/zone.ts'

/** A part of a page: only what these modules ask of one. */
class Part {
  textContent = ''
  hidden = false
  value = ''
  options: { value: string }[] = []
  dataset: Record<string, string> = {}
  parts = new Map<string, Part>()
  clicks: (() => void)[] = []
  gone = false
  placed: Part | null = null
  content = { cloneNode: () => this.placed }
  title = 'Time for a break'

  querySelector(selector: string): Part | null {
    const found = this.parts.get(selector)
    return found && !found.gone ? found : null
  }
  addEventListener(_: string, action: () => void) {
    this.clicks.push(action)
  }
  before(part: Part) {
    part.gone = false
  }
  remove() {
    this.gone = true
  }
}

const asPage = (part: Part) => part as unknown as Document
const memory = () => storeOn(() => { throw new Error('forbidden') })
const SILENT = { possible: false, denied: false, on: false, turn: async () => undefined, show: () => undefined }

function withLine() {
  const page = new Part()
  const [line, words, away, template] = [new Part(), new Part(), new Part(), new Part()]
  line.gone = true
  line.parts = new Map([['p', words], ['[data-away]', away]])
  template.placed = line
  page.parts = new Map([['.reminder', line], ['#reminder', template], ['main', new Part()]])
  return { page, line, words, away }
}

const DUE = { due: true, new: true, time: '2026-03-02T10:00', title: 'Move', words: 'It is after 10:00.', again: null }

const OLD = { ...DUE, new: false }

function answering(...answers: (object | number)[]) {
  const asked: unknown[] = []
  const send = async (_: string, request: { body: string }) => {
    asked.push(JSON.parse(request.body))
    const answer = answers.shift() ?? 500
    return typeof answer === 'number'
      ? { ok: false, status: answer }
      : { ok: true, json: async () => answer }
  }
  return { asked, send: send as unknown as typeof fetch }
}

test('a reminder that is due is one line on the page, told to be shown, and one notification', async () => {
  const { page, line, words } = withLine()
  const { asked, send } = answering(DUE, OLD)
  const shown: string[][] = []
  const notices = { ...SILENT, show: (...said: string[]) => void shown.push(said) }
  const reminding = new Reminding(asPage(page), memory(), send, notices)
  await reminding.ask()
  assert.deepEqual([line.gone, words.textContent], [false, 'It is after 10:00.'])
  assert.deepEqual(asked, [{ shown: null }, { shown: '2026-03-02T10:00' }])
  assert.deepEqual(shown, [['Move', 'It is after 10:00.', '2026-03-02T10:00']])
})

test('it goes when it is put away, when it is no longer due, and when nobody answers', async () => {
  for (const then of [{ due: false, again: null }, 500]) {
    const { page, line } = withLine()
    const { send } = answering(DUE, OLD, then)
    const reminding = new Reminding(asPage(page), memory(), send, SILENT)
    await reminding.ask()
    await reminding.ask()
    assert.equal(line.gone, true)
  }
  const { page, line, away } = withLine()
  const { asked, send } = answering(DUE, OLD, { due: false, again: null })
  const reminding = new Reminding(asPage(page), memory(), send, SILENT)
  await reminding.ask()
  away.clicks.forEach((click) => click())
  assert.equal(line.gone, true)
  await reminding.ask()
  assert.deepEqual(asked.at(-1), { shown: null })
})

test('a page that is left before the answer comes leaves the line to the next page', async () => {
  const store = memory()
  const left = answering(DUE, 500)
  await new Reminding(asPage(withLine().page), store, left.send, SILENT).ask()
  const { page, line } = withLine()
  const next = answering(OLD)
  await new Reminding(asPage(page), store, next.send, SILENT).ask()
  assert.deepEqual(next.asked, [{ shown: '2026-03-02T10:00' }])
  assert.equal(line.gone, false)
})

test('it asks again when the server says so, and else never', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] })
  const { page } = withLine()
  const { asked, send } = answering({ due: false, again: 120 }, { due: false, again: null })
  await new Reminding(asPage(page), memory(), send, SILENT).ask()
  context.mock.timers.tick(119_000)
  assert.equal(asked.length, 1)
  context.mock.timers.tick(1_000)
  assert.equal(asked.length, 2)
})

class Shown {
  static permission: NotificationPermission = 'default'
  static answer: NotificationPermission = 'granted'
  static all: string[] = []
  static async requestPermission() {
    return (this.permission = this.answer)
  }
  constructor(title: string) {
    Shown.all.push(title)
  }
}

test('notifications come only where they were turned on, and out of sight', async () => {
  let hidden = true
  const notices = noticesOf(memory(), Shown as unknown as typeof Notification, () => hidden)
  notices.show('too early', '', '')
  assert.deepEqual([notices.possible, notices.on], [true, false])
  await notices.turn(true)
  assert.equal(notices.on, true)
  notices.show('in the background', '', '')
  hidden = false
  notices.show('in sight', '', '')
  await notices.turn(false)
  hidden = true
  notices.show('turned off', '', '')
  assert.deepEqual(Shown.all, ['in the background'])
})

test('a browser that refuses, or has none, shows none', async () => {
  Shown.answer = 'denied'
  const refusing = noticesOf(memory(), Shown as unknown as typeof Notification, () => true)
  await refusing.turn(true)
  assert.deepEqual([refusing.on, refusing.denied], [false, true])
  const without = noticesOf(memory(), undefined, () => true)
  await without.turn(true)
  assert.deepEqual([without.possible, without.denied, without.on], [false, false, false])
})

function ticking() {
  let now = 0
  const waiting: [number, () => void][] = []
  const clock: DeskClock = {
    now: () => now,
    after: (milliseconds, action) => void waiting.push([now + milliseconds, action]),
  }
  const run = (until: number) => {
    for (let next = waiting[0]; next && next[0] <= until; next = waiting[0]) {
      waiting.shift()
      now = Math.max(now, next[0])
      next[1]()
    }
    now = until
  }
  return { clock, run, sleep: (until: number) => { now = until } }
}

function waitingDesk(seconds: number) {
  const [page, desk, left] = [new Part(), new Part(), new Part()]
  desk.dataset = { now: 'waiting', wait: String(seconds), next: '/desk?since=x' }
  left.dataset = { minutes: 'in {n} minutes', minute: 'in a minute' }
  page.parts = new Map([['#desk', desk], ['#desk-left', left]])
  return { page, left }
}

test('the desk counts its minutes and opens the next page when they are over', () => {
  const { page, left } = waitingDesk(150)
  const { clock, run } = ticking()
  const opened: string[] = []
  sitAtDesk(asPage(page), SILENT, (address) => opened.push(address), clock)
  assert.equal(left.textContent, 'in 3 minutes')
  run(30_000)
  assert.equal(left.textContent, 'in 2 minutes')
  run(90_000)
  assert.equal(left.textContent, 'in a minute')
  run(149_000)
  assert.deepEqual(opened, [])
  run(150_000)
  assert.deepEqual(opened, ['/desk?since=x'])
})

test('a computer that slept is late once, not twice', () => {
  const { page } = waitingDesk(600)
  const { clock, run, sleep } = ticking()
  const opened: string[] = []
  sitAtDesk(asPage(page), SILENT, (address) => opened.push(address), clock)
  sleep(3_600_000)
  run(3_600_000)
  assert.deepEqual(opened, ['/desk?since=x'])
})

test('a break calls with the name of its exercise', () => {
  const [page, desk, name] = [new Part(), new Part(), new Part()]
  desk.dataset = { now: 'break' }
  name.textContent = 'Seated figure-4 stretch'
  page.parts = new Map([['#desk', desk], ['#break-title', name]])
  const shown: string[][] = []
  const notices = { ...SILENT, show: (...said: string[]) => void shown.push(said) }
  sitAtDesk(asPage(page), notices, () => assert.fail(), ticking().clock)
  assert.deepEqual(shown, [['Time for a break', 'Seated figure-4 stretch', 'desk']])
})

test('the last minute is a minute', () => {
  const words = { minutes: 'in {n} minutes', minute: 'in a minute' } as unknown as DOMStringMap
  assert.deepEqual([60, 61, 1].map((left) => inWords(left, words)), ['in a minute', 'in 2 minutes', 'in a minute'])
})

function zones(chosen: string, isNew: boolean) {
  const [page, select, place] = [new Part(), new Part(), new Part()]
  select.options = [{ value: 'Europe/London' }, { value: 'Europe/Paris' }]
  select.value = chosen
  if (isNew) select.dataset.new = ''
  place.hidden = true
  place.dataset = { words: 'This browser is in {zone}.' }
  page.parts = new Map([['select#zone', select], ['#zone-here', place]])
  return { page, select, place }
}

test('a new choice begins with the zone of the browser', () => {
  const { page, select, place } = zones('Europe/London', true)
  offerZone(asPage(page), 'Europe/Paris')
  assert.deepEqual([select.value, place.hidden], ['Europe/Paris', true])
})

test('a zone that was chosen stays, and another one is only said', () => {
  const { page, select, place } = zones('Europe/London', false)
  offerZone(asPage(page), 'Europe/Paris')
  assert.deepEqual([select.value, place.textContent], ['Europe/London', 'This browser is in Europe/Paris.'])
  for (const zone of ['Europe/London', 'Mars/Olympus']) {
    const other = zones('Europe/London', false)
    offerZone(asPage(other.page), zone)
    assert.equal(other.place.hidden, true)
  }
})

// The session page: wires the player to the screen, the voice, the keys and the diary.

import { readData } from './data.ts'
import { choose } from './dialogs.ts'
import { Guiding } from './figure/guiding.ts'
import { frameAt } from './frame.ts'
import { WHY, ask, isWhat, type Act, type What } from './hurts.ts'
import { giveBackFocus, listen, type Verb } from './keys.ts'
import { Media } from './media.ts'
import { Outbox, type Saved } from './outbox.ts'
import { Player, type Stage } from './player.ts'
import { forgetPlace, keepPlace, placeOf } from './resume.ts'
import { Sound } from './sound.ts'
import { Speech } from './speech.ts'
import { storeOn } from './store.ts'
import { texts } from './texts.ts'
import { Tones } from './tones.ts'
import { View, element } from './view.ts'
import { Wake } from './wake.ts'

const TICK = 100
const KEEP_EVERY = 1
const PATIENCE_AT_THE_END = 3_000

const data = readData(document)
const { session, settings, urls } = data
const say = texts(data.text)
const store = storeOn(() => localStorage)
const view = new View(say)
const send: typeof fetch = (...request) => fetch(...request)
const outbox = new Outbox(store, send, savedNow)
const language = document.documentElement.lang || 'en'
const speech = new Speech(globalThis.speechSynthesis, { ...settings, language })
const sound = new Sound(speech, new Tones(), settings)
const wake = new Wake()
const media = new Media()
const from = placeOf(store, data)

/** Shown in place of the caption until playing goes on. */
let note = ''
let kept = from.at
let asking = false
/** Whether "this hurts" was answered by an earbud, which can only mean: leave it out. */
let leaveOut = false
let goTo = urls.after
/** What the server says is wrong with saving, if it says anything. */
let wrong = ''
/** Whether this page shows what to do, so that it must not go away by itself. */
let staying = false

const stage: Stage = {
  say: (text) => sound.say(text),
  tone: (tone) => sound.tone(tone),
  hush: () => sound.hush(),
  event: (kind, fields) => void outbox.add(urls.events, kind, fields),
  asleep: () => tell(say('welcome_back')),
  changed: show,
  ended: close,
}
const player = new Player(session, data.script, from, stage)
const figure = new Guiding(player, element('figure'), element('dial'), (there) => view.figure(there))

function show(): void {
  if (player.state === 'playing') note = ''
  const frame = frameAt(player.script, player.position, say)
  view.show(frame, player.state, note)
  media.show(frame.name, frame.side, player.state === 'playing')
  figure.update()
  if (Math.abs(player.position - kept) >= KEEP_EVERY) keep()
}

function keep(): void {
  kept = player.position
  if (player.state !== 'ended') keepPlace(store, session, player.place)
}

function tell(text: string): void {
  note = text
  sound.say(text)
  show()
}

function begin(): void {
  sound.unlock()
  media.start({ play, pause, skip: () => player.skip(), hurts }, () => player.tick())
  wake.keep()
  view.begun()
  setInterval(() => player.tick(), TICK)
  player.play()
}

/** The play key of an earbud: while "this hurts" is open, it leaves the exercise out. */
function play(): void {
  if (!asking) return player.play()
  leaveOut = true
  element<HTMLDialogElement>('hurts-dialog').close('too_much')
}

function pause(): void {
  player.pause()
  if (player.state === 'paused') tell(say('paused'))
}

function toggle(): void {
  if (player.state === 'ended') return location.assign(goTo)
  if (player.state === 'playing') pause()
  else player.play()
}

async function hurts(): Promise<void> {
  if (asking || player.state === 'ended') return
  asking = true
  leaveOut = false
  player.pause()
  tell(say('hurts_said'))
  const what = await choose(element('hurts-dialog'), 'what')
  if (isWhat(what)) act(await ask({ outbox, send, urls, texts: say }, what, here()), what)
  else tell(say('when_ready'))
  asking = false
}

function here(): Record<string, unknown> {
  const { step, exercise, side } = player.moment
  return { session, step, exercise, side, position: Math.round(player.position) }
}

function act(answer: Act, what: What): void {
  if (answer.act === 'card') return openCard(answer, what)
  if (answer.act === 'end') {
    goTo = answer.url ?? goTo
    staying = true
    player.leave(WHY[what])
    return tell(answer.say)
  }
  const left = leaveOut && answer.act === 'ease'
  if (answer.script) player.replace(answer.script, answer.resume_at ?? 0)
  if (left || !answer.script) player.skip()
  keep()
  if (player.state !== 'ended') tell(`${left ? say('skipped') : answer.say} ${say('when_ready')}`)
}

/** Alone, a page that can't be fetched is no help: what to do is shown here. */
function openCard(answer: Act, what: What): void {
  goTo = answer.url ?? urls.card
  const card = document.getElementById('card-dialog')
  staying = answer.alone === true
  player.leave(WHY[what])
  tell(answer.say)
  if (staying && card instanceof HTMLDialogElement) card.showModal()
}

async function leave(): Promise<void> {
  if (player.state === 'ended') return location.assign(goTo)
  if (player.state === 'waiting' && player.position === 0) return location.assign(urls.today)
  player.pause()
  const why = await choose(element('leave-dialog'), 'why')
  if (!why) return tell(say('when_ready'))
  const enough = why === 'enough'
  player.leave(enough ? 'none' : why, enough)
}

function close(): void {
  view.over()
  forgetPlace(store, session)
  wake.release()
  media.stop()
  setTimeout(() => {
    if (!staying && !wrong) tell(say('kept'))
  }, PATIENCE_AT_THE_END)
}

/** On to the questions afterwards, but only once everything is in the diary. */
function savedNow(saved: Saved, why: string): void {
  wrong = why
  if (player.state !== 'waiting') view.saved(saved, why)
  if (saved === 'saved' && player.state === 'ended' && !staying) location.assign(goTo)
}

const verbs: Record<Verb, () => void> = {
  toggle: () => (player.state === 'waiting' ? begin() : toggle()),
  skip: () => begun() && player.skip(),
  back: () => begun() && player.back(),
  hurts: () => begun() && void hurts(),
  leave: () => void leave(),
}

function begun(): boolean {
  return player.state !== 'waiting'
}

for (const id of ['skip', 'back', 'hurts', 'leave'] as const) {
  element(id).addEventListener('click', verbs[id])
}
element('begin').addEventListener('click', begin)
element('pause').addEventListener('click', toggle)
element('sound').addEventListener('click', () => view.sound(sound.toggle()))
document.addEventListener('visibilitychange', keep)
addEventListener('pagehide', keep)
addEventListener('online', () => void outbox.flush())
giveBackFocus()
listen(settings.keys !== false, (verb) => verbs[verb]())
if (from.at > 0) element('begin').textContent = say('go_on')
for (const id of ['begin', 'leave']) element<HTMLButtonElement>(id).disabled = false
figure.update()
void outbox.flush()

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { opened } from '../src/ledger.ts'
import { Player } from '../src/player.ts'
import { FakeStage, FakeTime, SCRIPT, scriptOf } from './making.ts'

function begun(at = 0) {
  const time = new FakeTime()
  const stage = new FakeStage()
  const player = new Player('s1', SCRIPT, { at, ledger: opened() }, stage, time.now)
  player.play()
  const run = (seconds: number, step = 0.25) => {
    for (let passed = 0; passed < seconds; passed += step) {
      time.pass(step)
      player.tick()
    }
  }
  return { time, stage, player, run }
}

test('it says everything in order and ends by itself', () => {
  const { stage, player, run } = begun()
  run(101)
  assert.deepEqual(stage.said, ['ready', 'hold', 'Half-way.', 'switch', 'hold', 'ready', 'ease', 'end'])
  assert.equal(player.state, 'ended')
  assert.equal(stage.over, 1)
})

test('each side is reported when its last hold ends, and the session when it ends', () => {
  const { stage, run } = begun()
  run(31)
  assert.deepEqual(stage.events, [
    {
      kind: 'exercise_done',
      data: { session: 's1', step: 0, exercise: 'e0', side: 'left', seconds: 20, completed: 100 },
    },
  ])
  run(70)
  assert.equal(stage.of('exercise_done').length, 3)
  assert.deepEqual(stage.of('session_ended'), [
    { session: 's1', completed: 100, why: 'none', enough: false },
  ])
})

test('rare ticks in a hidden page lose nothing', () => {
  const { stage, player, run } = begun()
  run(36, 9)
  assert.equal(player.position, 36)
  assert.equal(stage.of('exercise_done')[0]?.seconds, 20)
})

test('a closed lid pauses where the person was last guided', () => {
  const { time, stage, player, run } = begun()
  run(15)
  time.pass(3600)
  player.tick()
  assert.equal(player.state, 'paused')
  assert.equal(player.position, 15)
  assert.equal(stage.slept, 1)
  player.play()
  run(16)
  assert.equal(stage.of('exercise_done')[0]?.seconds, 20)
})

test('a pause keeps the place', () => {
  const { time, player, run } = begun()
  run(12)
  player.pause()
  time.pass(500)
  player.tick()
  assert.equal(player.position, 12)
  player.toggle()
  run(1)
  assert.equal(player.position, 13)
})

test('skip leaves out the exercise and reports what was done of it', () => {
  const { stage, player, run } = begun()
  run(20)
  player.skip()
  assert.equal(player.position, 60)
  assert.equal(stage.of('exercise_done')[0]?.completed, 50)
  assert.deepEqual(stage.of('exercise_skipped'), [{ session: 's1', step: 0, exercise: 'e0' }])
  assert.equal(stage.said.at(-1), 'ready')
})

test('skip after the work is done skips nothing of it', () => {
  const { stage, player, run } = begun(90)
  run(1)
  player.skip()
  assert.deepEqual(stage.of('exercise_skipped'), [])
  assert.equal(player.state, 'ended')
})

test('back goes to the start of this side, and just after it to the one before', () => {
  const { player, run } = begun()
  run(45)
  player.back()
  assert.equal(player.position, 30)
  player.back()
  assert.equal(player.position, 0)
})

test('a side done twice is never more than all of it, yet all its seconds are told', () => {
  const { stage, player, run } = begun()
  run(31)
  player.back()
  run(31)
  const told = stage.of('exercise_done').map((data) => [data.seconds, data.completed])
  assert.deepEqual(told, [[20, 100], [20, 100]])
})

test('leaving says why and how much was done', () => {
  const { stage, player, run } = begun()
  run(20)
  player.leave('time')
  assert.deepEqual(stage.of('session_ended'), [
    { session: 's1', completed: 17, why: 'time', enough: false },
  ])
  player.leave('pain')
  assert.equal(stage.of('session_ended').length, 1)
})

test('a swapped script goes on where it is told to, and what was done counts', () => {
  const { stage, player, run } = begun()
  run(65)
  player.pause()
  const swapped = scriptOf(
    ['hold', 20, 0, 'left'], ['hold', 20, 0, 'right'],
    ['ready', 10, 1, 'both', { exercise: 'other' }], ['ease', 20, 1, 'both', { exercise: 'other' }],
  )
  player.replace(swapped, 40)
  player.play()
  run(31)
  assert.equal(stage.of('exercise_done').at(-1)?.exercise, 'other')
  assert.equal(stage.of('session_ended')[0]?.completed, 100)
})

test('it goes on in mid-hold after a reload', () => {
  const { player, run } = begun(25)
  assert.equal(player.moment.kind, 'hold')
  run(1)
  assert.equal(player.position, 26)
})

test('after the end nothing moves it', () => {
  const { player, run } = begun()
  run(101)
  player.play()
  player.back()
  player.skip()
  assert.equal(player.state, 'ended')
})

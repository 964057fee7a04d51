import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pause, play, position, seek, slept } from '../src/clock.ts'

const stopped = { offset: 4, since: null }

test('a paused clock stands still', () => {
  assert.equal(position(stopped, 1e6), 4)
})

test('a running clock follows the steady clock, however rarely it is looked at', () => {
  const clock = play(stopped, 100)
  assert.equal(position(clock, 130), 34)
})

test('a pause loses nothing and adds nothing', () => {
  const paused = pause(play(stopped, 100), 110)
  assert.equal(position(play(paused, 900), 905), 19)
})

test('a clock that runs backwards takes nothing back', () => {
  assert.equal(position(play(stopped, 100), 90), 4)
})

test('seeking keeps it running or paused', () => {
  assert.deepEqual(seek(stopped, 50, 100), { offset: 50, since: null })
  assert.equal(position(seek(play(stopped, 100), 50, 110), 111), 51)
  assert.equal(seek(stopped, -3, 100).offset, 0)
})

test('a gap on either clock means that the machine slept', () => {
  const at = (steady: number, wall: number) => ({ steady, wall })
  assert.equal(slept(at(0, 0), at(9, 9)), false)
  assert.equal(slept(at(0, 0), at(60, 60)), true)
  assert.equal(slept(at(0, 0), at(0.2, 600)), true)
  assert.equal(slept(at(0, 600), at(0.2, 0)), false)
})

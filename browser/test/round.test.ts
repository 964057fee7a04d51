import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actionAt, timeline } from '../src/figure/motion.ts'
import { heart, roundOf, type Poses } from '../src/figure/round.ts'

const STRETCH: Poses = {
  exercise: 'e', kind: 'static', side: 'right',
  enter: ['lying', 'lying', 'knee_up'], cycle: [], out: ['lying'],
}
const SLIDER: Poses = { ...STRETCH, kind: 'slider', enter: ['sitting'], cycle: ['straight', 'bent'], out: [] }

const told = (poses: Poses) => roundOf(poses).map(({ kind, pose }) => `${kind} ${pose}`)

test('a stretch is gone into, held, and left', () => {
  assert.deepEqual(told(STRETCH), ['step lying', 'step knee_up', 'hold knee_up', 'out lying', 'rest lying'])
})

test('a movement is done three times', () => {
  assert.equal(told(SLIDER).filter((part) => part === 'move straight').length, 3)
})

test('a walk is walked', () => {
  assert.ok(told({ ...STRETCH, kind: 'walking' }).includes('walk knee_up'))
})

test('a round ends where it began, so that it can go on', () => {
  for (const poses of [STRETCH, SLIDER, { ...STRETCH, out: ['elsewhere'] }]) {
    const round = roundOf(poses)
    const spans = timeline(round)
    const end = round.at(-1)!.start + round.at(-1)!.seconds
    const { to, share } = actionAt(spans, end)
    assert.deepEqual([to, Math.round(share * 1e6)], [poses.enter[0], 1e6])
  }
})

test('it is looked at first where it is what it is', () => {
  for (const [poses, pose] of [[STRETCH, 'knee_up'], [SLIDER, 'straight']] as const) {
    const round = roundOf({ ...poses })
    const { from, to, share } = actionAt(timeline(round), heart(round))
    assert.equal(share < 0.01 ? from : to, pose)
  }
})

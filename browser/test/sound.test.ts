import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Sound } from '../src/sound.ts'
import type { Speech } from '../src/speech.ts'
import type { Tones } from '../src/tones.ts'

function heard(canSpeak: boolean, speak: boolean, tones: boolean, muted = false): string[] {
  const list: string[] = []
  const speech = { canSpeak, say: (text: string) => list.push(text), hush: () => undefined }
  const beeps = { volume: 1, play: (tone: string) => list.push(tone), unlock: () => undefined }
  const settings = { voice: null, rate: 1, volume: 1, speak, tones }
  const sound = new Sound(speech as unknown as Speech, beeps as unknown as Tones, settings)
  if (muted) sound.toggle()
  sound.say('Hold.')
  sound.tone('start')
  return list
}

test('voice and tones are heard as the person likes', () => {
  assert.deepEqual(heard(true, true, true), ['Hold.', 'start'])
  assert.deepEqual(heard(true, true, false), ['Hold.'])
  assert.deepEqual(heard(true, false, true), ['start'])
  assert.deepEqual(heard(true, false, false), [])
})

test('tones stand in for a voice that isn’t there', () => {
  assert.deepEqual(heard(false, true, false), ['start'])
})

test('one switch silences both', () => {
  assert.deepEqual(heard(true, true, true, true), [])
})

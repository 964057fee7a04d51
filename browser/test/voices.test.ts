import assert from 'node:assert/strict'
import { test } from 'node:test'

import { voiceNames } from '../src/voices.ts'

const voice = (name: string, lang = 'en-GB', localService = true) => ({ name, lang, localService })

test('only voices that speak on this device, in the page’s language, are offered', () => {
  const voices = [voice('Zoe'), voice('Cloud', 'en-US', false), voice('Anna', 'de-DE'), voice('Dan', 'en-US')]
  assert.deepEqual(voiceNames(voices, '', 'en-GB'), ['Dan', 'Zoe'])
})

test('the saved voice stays in the list where this browser lacks it', () => {
  assert.deepEqual(voiceNames([], 'Dan', 'en-GB'), ['Dan'])
  assert.deepEqual(voiceNames([voice('Dan')], 'Dan', 'en-GB'), ['Dan'])
})

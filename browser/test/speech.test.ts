import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chooseVoice } from '../src/speech.ts'

const voice = (name: string, lang: string, localService: boolean) => ({ name, lang, localService })
const far = voice('Far', 'en-GB', false)
const british = voice('Near', 'en-GB', true)
const american = voice('Other', 'en_US', true)
const german = voice('Anna', 'de-DE', true)

test('a voice that sends the text away is never chosen, not even by name', () => {
  assert.equal(chooseVoice([far], 'Far', 'en-GB'), null)
  assert.equal(chooseVoice([far, american], 'Far', 'en-GB'), american)
})

test('the chosen voice speaks, and otherwise one of the page’s language', () => {
  assert.equal(chooseVoice([british, american], 'Other', 'en-GB'), american)
  assert.equal(chooseVoice([american, british], null, 'en-GB'), british)
  assert.equal(chooseVoice([german, american], null, 'en-GB'), american)
})

test('no voice is better than one of another language', () => {
  assert.equal(chooseVoice([german], null, 'en-GB'), null)
  assert.equal(chooseVoice([], null, 'en-GB'), null)
})

// What the page gives the player: one block of JSON.

import type { Given } from './texts.ts'

export type Side = 'left' | 'right' | 'both'

export interface Cue { at: number; say: string }
export interface Beat { at: number; pose: string }

export interface Moment {
  start: number
  seconds: number
  kind: string
  say: string
  step: number
  exercise: string
  name: string
  pose: string
  shows: string
  side: Side
  cues: Cue[]
  beats: Beat[]
  repetition: number
  repetitions: number
  set: number
  sets: number
  counts: boolean
  next: string
}

export interface Script { title: string; seconds: number; moments: Moment[] }

export interface Settings {
  voice: string | null
  rate: number
  volume: number
  tones: boolean
  speak: boolean
  keys?: boolean
}

export interface Urls { events: string; hurt: string; after: string; today: string; card: string }

export interface Done { step: number; exercise: string; side: Side; seconds: number }

export interface SessionData {
  session: string
  script: Script
  resume_at: number
  done?: Done[]
  urls: Urls
  settings: Settings
  text: Given
}

export function readData(page: Document): SessionData {
  return JSON.parse(page.getElementById('session-data')?.textContent ?? '') as SessionData
}

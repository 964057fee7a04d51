// Voice and tones together, and the one switch for both.

import type { Settings } from './data.ts'
import type { Speech } from './speech.ts'
import type { Tone, Tones } from './tones.ts'

export class Sound {
  on = true
  private readonly speech: Speech
  private readonly tones: Tones
  private readonly settings: Settings

  constructor(speech: Speech, tones: Tones, settings: Settings) {
    this.speech = speech
    this.tones = tones
    this.settings = settings
    tones.volume = settings.volume
  }

  private get speaks(): boolean {
    return this.settings.speak && this.speech.canSpeak
  }

  private get voiceless(): boolean {
    return this.settings.speak && !this.speech.canSpeak
  }

  say(text: string): void {
    if (this.on && this.speaks) this.speech.say(text)
  }

  /** Tones are heard if they are wanted, and in place of a voice that isn't there. */
  tone(tone: Tone): void {
    if (this.on && (this.settings.tones || this.voiceless)) this.tones.play(tone)
  }

  unlock(): void {
    this.tones.unlock()
  }

  hush(): void {
    this.speech.hush()
  }

  toggle(): boolean {
    this.on = !this.on
    if (!this.on) this.hush()
    return this.on
  }
}

// The voice: only voices that speak on this device, for others send the text away.

export interface VoiceLike { name: string; lang: string; localService: boolean; default?: boolean }

/** The chosen voice, or else one of the page's language; null where none speaks on this device. */
export function chooseVoice<V extends VoiceLike>(
  voices: readonly V[],
  chosen: string | null,
  language: string,
): V | null {
  const local = voices.filter((voice) => voice.localService === true)
  const speaks = (voice: V, tag: string) =>
    voice.lang.replace('_', '-').toLowerCase().startsWith(tag.toLowerCase())
  const base = language.split('-')[0] ?? language
  return (
    local.find((voice) => voice.name === chosen) ??
    local.find((voice) => speaks(voice, language)) ??
    local.find((voice) => speaks(voice, base) && voice.default) ??
    local.find((voice) => speaks(voice, base)) ??
    null
  )
}

export interface Manner { voice: string | null; rate: number; volume: number; language: string }

export class Speech {
  private readonly engine: SpeechSynthesis | undefined
  private readonly manner: Manner

  constructor(engine: SpeechSynthesis | undefined, manner: Manner) {
    this.engine = engine
    this.manner = manner
  }

  /** Asked anew each time, for voices may come late; nothing waits for them. */
  private get voice(): SpeechSynthesisVoice | null {
    const voices = this.engine?.getVoices() ?? []
    return chooseVoice(voices, this.manner.voice, this.manner.language)
  }

  get canSpeak(): boolean {
    return this.voice !== null
  }

  say(text: string): void {
    const { engine, voice } = this
    if (!engine || !voice) return
    this.hush()
    const words = new SpeechSynthesisUtterance(text)
    words.voice = voice
    words.lang = voice.lang
    words.rate = this.manner.rate
    words.volume = this.manner.volume
    engine.speak(words)
  }

  hush(): void {
    // An idle engine that is told to stop drops the next words in some browsers.
    if (this.engine?.speaking || this.engine?.pending) this.engine.cancel()
  }
}

// Clear tones made on the spot: for where there is no voice, and for closed eyes.

export type Tone = 'tick' | 'start' | 'end' | 'soft' | 'new' | 'done'

/** Notes as [hertz, seconds from the start]. */
const NOTES: Record<Tone, [number, number][]> = {
  tick: [[660, 0]],
  start: [[523, 0], [784, 0.16]],
  end: [[784, 0], [523, 0.16]],
  soft: [[440, 0]],
  new: [[587, 0]],
  done: [[523, 0], [659, 0.2], [784, 0.4]],
}
const QUIETER: Partial<Record<Tone, number>> = { soft: 0.35, tick: 0.7 }
const SECONDS = 0.28

export class Tones {
  volume = 1
  private audio: AudioContext | null = null

  /** Browsers let a page sound only after a press: call it in one. */
  unlock(): void {
    try {
      this.audio ??= new AudioContext()
      void this.audio.resume().catch(() => undefined)
    } catch {
      this.audio = null
    }
  }

  play(tone: Tone): void {
    if (!this.audio || this.volume <= 0) return
    const loud = 0.25 * this.volume * (QUIETER[tone] ?? 1)
    for (const [hertz, after] of NOTES[tone]) note(this.audio, hertz, after, loud)
  }
}

function note(audio: AudioContext, hertz: number, after: number, loud: number): void {
  const start = audio.currentTime + after
  const source = new OscillatorNode(audio, { frequency: hertz })
  const gain = new GainNode(audio, { gain: 0 })
  gain.gain.setValueAtTime(0, start)
  gain.gain.linearRampToValueAtTime(loud, start + 0.02)
  gain.gain.exponentialRampToValueAtTime(0.001, start + SECONDS)
  source.connect(gain).connect(audio.destination)
  source.start(start)
  source.stop(start + SECONDS)
}

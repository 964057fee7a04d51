// Earbud and media keys, for from the floor nobody reaches the screen: play and pause, next skips,
// previous says "this hurts". They reach a page only while it plays sound, so it plays silence.

export interface MediaVerbs { play(): void; pause(): void; skip(): void; hurts(): void }

const RATE = 8000
const SECONDS = 10

/** Silence as a WAV file: one channel, eight bits. */
export function silence(): Uint8Array<ArrayBuffer> {
  const samples = RATE * SECONDS
  const bytes = new Uint8Array(44 + samples).fill(128)
  const view = new DataView(bytes.buffer)
  const word = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at)
  word(0, 'RIFF')
  view.setUint32(4, 36 + samples, true)
  word(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, RATE, true)
  view.setUint32(28, RATE, true)
  view.setUint16(32, 1, true)
  view.setUint16(34, 8, true)
  word(36, 'data')
  view.setUint32(40, samples, true)
  return bytes
}

export class Media {
  private audio: HTMLAudioElement | null = null

  /** Call it in a press. `tick` is called while it plays, in a hidden page too. */
  start(verbs: MediaVerbs, tick: () => void): void {
    if (this.audio) return
    this.audio = new Audio(URL.createObjectURL(new Blob([silence()], { type: 'audio/wav' })))
    this.audio.loop = true
    this.audio.addEventListener('timeupdate', tick)
    void this.audio.play().catch(() => undefined)
    handle('play', verbs.play)
    handle('pause', verbs.pause)
    handle('stop', verbs.pause)
    handle('nexttrack', verbs.skip)
    handle('previoustrack', verbs.hurts)
  }

  show(title: string, artist: string, playing: boolean): void {
    const media = navigator.mediaSession
    if (!media || !this.audio) return
    if (media.metadata?.title !== title || media.metadata.artist !== artist) {
      media.metadata = new MediaMetadata({ title, artist, album: 'Psoas' })
    }
    media.playbackState = playing ? 'playing' : 'paused'
  }

  stop(): void {
    this.audio?.pause()
  }
}

function handle(action: MediaSessionAction, verb: () => void): void {
  try {
    navigator.mediaSession?.setActionHandler(action, verb)
  } catch {
    // This browser doesn't know the key.
  }
}

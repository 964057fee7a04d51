// Keeps the screen awake while a session is open. A browser may refuse; then the person's own
// setting decides.

export class Wake {
  private wanted = false
  private lock: WakeLockSentinel | null = null

  constructor() {
    document.addEventListener('visibilitychange', () => void this.ask())
  }

  keep(): void {
    this.wanted = true
    void this.ask()
  }

  release(): void {
    this.wanted = false
    void this.lock?.release().catch(() => undefined)
    this.lock = null
  }

  /** A lock is lost whenever the page is hidden, so it is asked for again. */
  private async ask(): Promise<void> {
    if (!this.wanted || document.visibilityState !== 'visible') return
    if (!('wakeLock' in navigator) || (this.lock && !this.lock.released)) return
    try {
      this.lock = await navigator.wakeLock.request('screen')
    } catch {
      this.lock = null
    }
  }
}

// Time. Everything that plays reads it here, so that a test can drive it.
// A position is reckoned from the clock and never counted up, so that a slow or hidden page
// neither stretches nor loses a hold.

export interface Tick {
  /** Seconds of a clock that is never set. */
  steady: number
  /** Seconds of the clock on the wall: it goes on while a machine sleeps. */
  wall: number
}

export function now(): Tick {
  return { steady: performance.now() / 1000, wall: Date.now() / 1000 }
}

export const SECONDS_THAT_MEAN_ASLEEP = 10

/** Whether the machine slept between two ticks: nobody was guided, so nothing was done. */
export function slept(last: Tick, tick: Tick): boolean {
  const gap = Math.max(tick.steady - last.steady, tick.wall - last.wall)
  return gap > SECONDS_THAT_MEAN_ASLEEP
}

/** Where in a script one is: `offset` seconds at `since`; paused where `since` is null. */
export interface Clock {
  readonly offset: number
  readonly since: number | null
}

export function position(clock: Clock, steady: number): number {
  return clock.offset + (clock.since === null ? 0 : Math.max(0, steady - clock.since))
}

export function play(clock: Clock, steady: number): Clock {
  return { offset: position(clock, steady), since: steady }
}

export function pause(clock: Clock, steady: number): Clock {
  return { offset: position(clock, steady), since: null }
}

export function seek(clock: Clock, to: number, steady: number): Clock {
  return { offset: Math.max(0, to), since: clock.since === null ? null : steady }
}

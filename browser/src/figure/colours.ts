// The colours of the figure, paler the further away a piece is.

import type { Palette, Tones } from './data.ts'

const STEPS = 32
const PALEST = 0.45

/** A palette with each tone's paler steps made beforehand. */
export interface Colours {
  palette: Palette
  tones: Map<string, Record<Tone, string[]>>
}

export type Tone = 'own' | 'lit' | 'line'

export function coloursOf(palette: Palette): Colours {
  const entries = Object.entries(palette.colours).map(([name, tones]) => {
    const { own, lit, line } = tones
    return [name, { own: steps(own, tones), lit: steps(lit, tones), line: steps(line, tones) }] as const
  })
  return { palette, tones: new Map(entries) }
}

function steps(colour: string, { far }: Tones): string[] {
  return Array.from({ length: STEPS + 1 }, (_, step) =>
    mixed(colour, far, PALEST + (1 - PALEST) * (step / STEPS)),
  )
}

export function tone(colours: Colours, colour: string, which: Tone, near: number): string {
  return colours.tones.get(colour)?.[which][Math.round(near * STEPS)] ?? colours.palette.paper
}

/** A colour so far (0 to 1) from `far` towards `near`, all as #rrggbb. */
export function mixed(near: string, far: string, share: number): string {
  const parts = (colour: string) => [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16))
  const [to, from] = [parts(near), parts(far)]
  const hex = (part: number, i: number) =>
    Math.round(from[i]! + (part - from[i]!) * share).toString(16).padStart(2, '0')
  return `#${to.map(hex).join('')}`
}

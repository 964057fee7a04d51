// What the server gives of a body and of an exercise's motion.

export interface Ball {
  /** How much of each landmark makes its middle. */
  w: [landmark: string, share: number][]
  /** A fraction of stature. */
  r: number
}

export interface PartData {
  id: string
  clothes: string
  /** The part it grows out of. */
  joins: string
  flat: boolean
  /** By how much it counts as nearer where it is asked what hides what: a fraction of stature. */
  lift: number
  balls: Ball[]
}

export interface Tones { own: string; lit: string; line: string; far: string }

export interface Palette {
  paper: string
  shadow: string
  glow: string
  colours: Record<string, Tones>
}

export interface Body {
  parts: PartData[]
  palette: { light: Palette; dark: Palette }
  /** Where the light part of a shape lies, in radii. */
  light: [number, number]
  lit: number
  far: number
  /** Metres. */
  line: number
}

export type Point = [number, number, number]

export interface PropData {
  colour: string
  points: Point[]
  radius: number
  /** The poses in which it is there; null: always. */
  poses: string[] | null
}

/** Lengths are integers in millimetres. */
export interface ClipData {
  exercise: string
  /** Whether it is done on one side, the right one as it is given. */
  sided: boolean
  points: string[]
  /** The first whole, each next as the difference to the one before. */
  frames: number[][]
  poses: Record<string, number>
  moves: Record<string, number[]>
  glows: { part: string; points: number[]; radii: number[] }[]
  straps: { points: number[]; radius: number }[]
  props: PropData[]
  view: { around: number; above: number }
  stature: number
  girth: number
  shows: Record<string, string>
}

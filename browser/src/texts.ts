// What the player itself says and shows; the page gives each text in the person's language.

export type TextKey =
  | 'pause'
  | 'go_on'
  | 'paused'
  | 'welcome_back'
  | 'left'
  | 'right'
  | 'both'
  | 'count'
  | 'set'
  | 'next'
  | 'kept'
  | 'saved'
  | 'saving'
  | 'waiting'
  | 'hurts_said'
  | 'when_ready'
  | 'skipped'
  | 'stopped'
  | 'emergency'

export type Given = Record<TextKey, string>
export type Texts = (key: TextKey, values?: Record<string, string | number>) => string

export function texts(given: Given): Texts {
  return (key, values = {}) =>
    given[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]))
}

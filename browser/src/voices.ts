// The list of voices in Settings: only those that speak on this device, and the saved one.

import { type VoiceLike } from './speech.ts'

/** The names to offer, the page's language first; the saved one stays even where it is missing. */
export function voiceNames(
  voices: readonly VoiceLike[],
  saved: string,
  language: string,
): string[] {
  const base = language.split('-')[0] ?? language
  const local = voices.filter((voice) => voice.localService === true)
  const own = local.filter((voice) => voice.lang.toLowerCase().startsWith(base.toLowerCase()))
  const names = new Set(own.map((voice) => voice.name))
  if (saved) names.add(saved)
  return [...names].sort((one, other) => one.localeCompare(other))
}

/** Fill the select of the settings page now, and again when voices come late. */
export function offerVoices(page: Document, engine: SpeechSynthesis | undefined): void {
  const select = page.querySelector<HTMLSelectElement>('#voice[data-saved]')
  if (!select || !engine) return
  const fill = (): void => {
    const chosen = select.value
    const names = voiceNames(engine.getVoices(), select.dataset.saved ?? '', page.documentElement.lang)
    select.replaceChildren(
      ...[...select.options].slice(0, 1),
      ...names.map((name) => new Option(name, name, false, name === chosen)),
    )
  }
  fill()
  engine.addEventListener?.('voiceschanged', fill)
}

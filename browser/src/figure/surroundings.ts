// What the page around the figure is like: light or dark, and whether motion is welcome.

const DARK = '(prefers-color-scheme: dark)'
const REDUCED = '(prefers-reduced-motion: reduce)'

export function isDark(page: Document = document): boolean {
  const { theme } = page.documentElement.dataset
  return theme ? theme === 'dark' : matchMedia(DARK).matches
}

export function isReduced(): boolean {
  return matchMedia(REDUCED).matches
}

/** Tell when any of it changes. */
export function onChange(changed: () => void, page: Document = document): void {
  for (const query of [DARK, REDUCED]) matchMedia(query).addEventListener('change', changed)
  const watching = new MutationObserver(changed)
  watching.observe(page.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
}

// The time zone that the browser knows, on the page about times.

/** Choose it where nothing was chosen yet; else say it where it is another one. */
export function offerZone(page: Document, zone: string): void {
  const select = page.querySelector<HTMLSelectElement>('select#zone')
  const place = page.querySelector<HTMLElement>('#zone-here')
  const known = [...(select?.options ?? [])].some(({ value }) => value === zone)
  if (!select || !place || !known || select.value === zone) return
  if (select.dataset.new !== undefined) select.value = zone
  else {
    place.textContent = (place.dataset.words ?? '').replace('{zone}', zone)
    place.hidden = false
  }
}

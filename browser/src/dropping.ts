// A file may be dropped anywhere on the page where one can be chosen; it is then chosen.

/** Lets the page's file field take what is dropped beside it; text goes where it is dropped. */
export function takeDroppedFiles(page: Document): void {
  const field = page.querySelector<HTMLInputElement>('.bring input[type=file]')
  if (!field) return
  page.addEventListener('dragover', (event) => holdsFiles(event) && event.preventDefault())
  page.addEventListener('drop', (event) => {
    if (!holdsFiles(event)) return
    event.preventDefault()
    field.files = event.dataTransfer!.files
    field.focus()
  })
}

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}

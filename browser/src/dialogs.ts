// The two questions a session may ask, as dialogs of big buttons.

/** Open a dialog and wait for one of its buttons; "" where it is closed without an answer. */
export function choose(dialog: HTMLDialogElement, name: 'what' | 'why'): Promise<string> {
  return new Promise((resolve) => {
    const pick = (event: Event) => {
      const button = (event.target as Element).closest<HTMLElement>(`[data-${name}]`)
      if (!button) return
      dialog.close(button.dataset[name] ?? '')
    }
    const closed = () => {
      dialog.removeEventListener('click', pick)
      resolve(dialog.returnValue)
    }
    dialog.returnValue = ''
    dialog.addEventListener('click', pick)
    dialog.addEventListener('close', closed, { once: true })
    dialog.showModal()
  })
}

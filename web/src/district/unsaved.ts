/** What was typed in this tab and saved nowhere yet: before it is closed or loaded anew, the browser asks. */

const drafts = new Map<string, () => boolean>()

/** `isTyped` is asked when the tab is about to go. */
export const watchDraft = (key: string, isTyped: () => boolean): void => {
  drafts.set(key, isTyped)
}
export const unwatchDraft = (key: string): void => {
  drafts.delete(key)
}

export const hasUnsaved = (): boolean => [...drafts.values()].some(isTyped => isTyped())

function askFirst(event: BeforeUnloadEvent): void {
  if (hasUnsaved()) event.preventDefault()
}

/** Stays for as long as the tab does: a draft outlives the page on which it was begun. Repeating it is harmless. */
export const warnBeforeUnload = (): void => addEventListener('beforeunload', askFirst)

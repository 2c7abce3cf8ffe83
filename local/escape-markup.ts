const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as it may stand in HTML or XML, attributes in double quotes included. */
export const escapeMarkup = (text: string): string => text.replace(/[&<>"]/g, character => escapes[character] ?? '')

/**
 * Signs that make a text look other than it is: control characters, and those that turn the direction of what follows, so
 * that a name, a number or a warning beside it reads otherwise on a screen than it is stored. A line's end and a tab are none.
 */
const hidden = /(?![\n\r\t])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u
const allHidden = new RegExp(hidden, 'gu')

export const holdsHiddenSigns = (text: string): boolean => hidden.test(text)

/** The same text as it looks. */
export const withoutHiddenSigns = (text: string): string => text.replace(allHidden, '')

/** True where a text has a letter, a figure or a sign; not where it is made of spaces of no width. */
export const showsSomething = (text: string): boolean => /[^\p{C}\p{Z}\p{M}]/u.test(text)

/** A number of people as typed: up to four figures; undefined where it is none. */
export const readCount = (typed: string): number | undefined =>
  /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : undefined

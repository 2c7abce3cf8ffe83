/** `2026-12` before `2027-01`, counted without a clock. Pure. */
export function monthBeside(month: string, months: -1 | 1): string {
  const there = new Date(`${month}-01T00:00:00.000Z`)
  there.setUTCMonth(there.getUTCMonth() + months)
  return there.toISOString().slice(0, 7)
}

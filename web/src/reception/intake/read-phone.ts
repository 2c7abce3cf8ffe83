/**
 * A telephone number as typed, read to E.164. Eight digits are a number in Lesotho, nought and nine digits one in
 * South Africa (domain.md 8.3); anything else must say its country. Undefined where it is none of these.
 */
export function readPhone(typed: string): string | undefined {
  const digits = typed.replace(/[\s().-]/g, '').replace(/^00/, '+')
  if (/^\+[1-9]\d{7,14}$/.test(digits)) return digits
  if (/^[2-9]\d{7}$/.test(digits)) return `+266${digits}`
  if (/^0[1-9]\d{8}$/.test(digits)) return `+27${digits.slice(1)}`
  return undefined
}

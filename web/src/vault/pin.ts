/**
 * Which PINs are taken (docs/adr/0011-devices-passes-parcels.md): eight digits or more, none that a finder tries first.
 * Pure: no clock, no network.
 */

export const shortestPin = 8
export const longestPin = 16
/** 10012001 has three different digits and is somebody's birthday. */
const fewestDifferentDigits = 4

export type PinProblem = 'not-digits' | 'too-short' | 'too-long' | 'too-simple'

/** 12345678, 87654321, 24680246 and 90123456: each digit as far from the one before as the next from it. */
function isRow(digits: readonly number[]): boolean {
  const steps = digits.slice(1).map((digit, index) => (digit - (digits[index] ?? 0) + 10) % 10)
  return new Set(steps).size === 1
}

/** 12341234, 135135135: one part again and again, whole or cut short at the end. */
const isRepeated = (pin: string): boolean =>
  Array.from({ length: Math.floor(pin.length / 2) }, (_, index) => index + 1).some(length =>
    pin.startsWith(pin.slice(length)),
  )

/** 12344321. */
const isMirrored = (pin: string): boolean => [...pin].reverse().join('') === pin

/** Why a PIN is not taken; undefined for one that is. */
export function pinProblem(pin: string): PinProblem | undefined {
  if (!/^\d*$/.test(pin)) return 'not-digits'
  if (pin.length < shortestPin) return 'too-short'
  if (pin.length > longestPin) return 'too-long'
  const digits = [...pin].map(Number)
  const simple = new Set(digits).size < fewestDifferentDigits || isRow(digits) || isRepeated(pin) || isMirrored(pin)
  return simple ? 'too-simple' : undefined
}

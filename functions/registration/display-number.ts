/**
 * Display numbers, `<post>-<device>-<sequence>-<check>`: what stands on a slip and is read out over a telephone
 * (design.md 5). Unique by construction, so a tablet without a network can print one at once; should two
 * devices share a code after all, a key of the registry lets the first slip stand (`number-taken`). Nothing in it tells a
 * date, a post by name, a sex or a district (domain.md 2.6).
 */
import { type PostCode, postOf } from '../platform/places.ts'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const size = alphabet.length
const sequenceDigits = 5
/** The device part may be two to four characters long: the sequence has a fixed length, so parts are found without hyphens. */
const parts = new RegExp(`^([A-Z]{2})([0-9A-Z]{2,4})([0-9]{${sequenceDigits}})([0-9A-Z])$`)

/** The running value of ISO 7064's hybrid systems, here with modulus 36 and its successor 37. */
const absorbed = (product: number, character: string): number =>
  (((product + alphabet.indexOf(character)) % size || size) * 2) % (size + 1)

/**
 * The check character of ISO/IEC 7064 MOD 37,36 over capital letters and figures; text holding anything else is a
 * programming fault.
 *
 * What it catches, counted over all states in the tests: every single wrong character, the check character's own
 * place included, and all swaps of two unlike neighbours but 2 in 1,260. The standard itself promises "all or nearly
 * all" swaps, not all.
 */
export function checkCharacter(text: string): string {
  if (!/^[0-9A-Z]+$/.test(text)) throw new RangeError('a check character is made over capital letters and figures only')
  const product = [...text].reduce(absorbed, size)
  return alphabet.charAt((size + 1 - product) % size)
}

/**
 * Makes the number of the device's next registration. `sequence` counts from 1 to 99,999 within one enrolment of a
 * device, never twice the same; `deviceCode` is two to four capital letters or figures, unlike any other device's.
 */
export function displayNumber(of: { postCode: PostCode; deviceCode: string; sequence: number }): string {
  const { numberCode } = postOf(of.postCode)
  if (!/^[0-9A-Z]{2,4}$/.test(of.deviceCode)) throw new RangeError('a device code is two to four letters or figures')
  if (!Number.isInteger(of.sequence) || of.sequence < 1 || of.sequence >= 10 ** sequenceDigits)
    throw new RangeError('a sequence is a whole number from 1 to 99999')
  const sequence = String(of.sequence).padStart(sequenceDigits, '0')
  return [numberCode, of.deviceCode, sequence, checkCharacter(numberCode + of.deviceCode + sequence)].join('-')
}

/** The number as it is kept, from how somebody typed it: lower case, missing hyphens and spaces are made good. Undefined where it does not check out. */
export function normaliseDisplayNumber(text: string): string | undefined {
  const found = parts.exec(text.toUpperCase().replace(/[\s\u2010-\u2015-]/g, ''))
  if (found === null) return undefined
  const [, post = '', device = '', sequence = '', check = ''] = found
  return checkCharacter(post + device + sequence) === check ? [post, device, sequence, check].join('-') : undefined
}

/** True for a number exactly as it is kept and printed, with a check character that fits. */
export const isDisplayNumber = (text: string): boolean => normaliseDisplayNumber(text) === text

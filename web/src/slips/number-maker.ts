/**
 * Display numbers made on this device, unique by construction (design.md 5): its own code, and a sequence that is
 * stored before its number is used. An enrolled device has its code from the server, which gave it to no other. Any
 * other browser draws one of a million: should two of one post draw the same, the server refuses the second slip
 * (`number-taken`), and the browser draws again.
 */
import * as z from 'zod/mini'
import type { PostCode } from '../../../functions/platform/places.ts'
import { displayNumber } from '../../../functions/registration/display-number.ts'
import { thisDevice } from '../device/this-device.ts'
import { isPractice } from '../practice/is-practice.ts'
import { strictly } from '../vault/device-database.ts'

const Device = z.object({ code: z.string().check(z.regex(/^[0-9A-Z]{2,4}$/)), used: z.int().check(z.nonnegative()) })
type Device = z.infer<typeof Device>

const kept = 'kamohelo.device'
/** Without 0, O, 1 and I, which are read out wrongly over a telephone. */
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

const drawCode = (): string =>
  [...crypto.getRandomValues(new Uint8Array(4))].map(byte => letters[byte % letters.length]).join('')

/** What cannot be read any more is left behind with its code: a new one shares no number with it. */
function readDevice(): Device {
  try {
    const device = Device.safeParse(JSON.parse(localStorage.getItem(kept) ?? 'null'))
    if (device.success) return device.data
  } catch {
    // not even JSON
  }
  return { code: drawCode(), used: 0 }
}

/** The first number under a new code: the old one is another browser's too. */
export function numberUnderNewCode(post: PostCode): Promise<string> {
  localStorage.removeItem(kept)
  return nextDisplayNumber(post)
}

const drawnNumber = (postCode: PostCode): Promise<string> =>
  navigator.locks.request(kept, () => {
    const device = readDevice()
    const sequence = device.used + 1
    const number = displayNumber({ postCode, deviceCode: device.code, sequence })
    localStorage.setItem(kept, JSON.stringify({ code: device.code, used: sequence } satisfies Device))
    return number
  })

/** How far the numbers of each code have gone: by code, since a tablet may be enrolled anew. */
const sequenceKey = (code: string): string => `numbers ${code}`

/** On disk before it is used: a number that was lost with a power cut is left out, and none is given twice. */
const enrolledNumber = (postCode: PostCode, deviceCode: string): Promise<string> =>
  strictly(['device'], async transaction => {
    const device = transaction.objectStore('device')
    // what stands there and is no number is a fault: beginning anew would give numbers a second time
    const used = z.optional(z.int()).parse(await device.get(sequenceKey(deviceCode))) ?? 0
    const number = displayNumber({ postCode, deviceCode, sequence: used + 1 })
    await device.put(used + 1, sequenceKey(deviceCode))
    return number
  })

/** The next number of this device at a post; never the same twice, also with the desk open in two tabs. */
export async function nextDisplayNumber(post: PostCode): Promise<string> {
  if (isPractice) return (await import('../practice/practice-records.ts')).nextPracticeNumber()
  const code = thisDevice()?.code
  return code === undefined ? drawnNumber(post) : enrolledNumber(post, code)
}

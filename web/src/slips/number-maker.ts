/**
 * Display numbers made on this device, unique by construction (design.md 5): its own code, and a sequence that is
 * stored before its number is used. An enrolled tablet has a code that no other ever had. A browser that is not enrolled
 * draws one of a million: should two of one post draw the same, the server refuses the second slip (`number-taken`), and
 * the browser draws again.
 */
import * as z from 'zod/mini'
import type { PostCode } from '../../../functions/platform/places.ts'
import { displayNumber } from '../../../functions/registration/display-number.ts'
import { thisDevice } from '../device/this-device.ts'
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

const enrolledKey = 'numbers'

/** On the disk before it is used: a tablet that is killed never gives a number twice. */
const nextOfEnrolled = (code: string): Promise<number> =>
  strictly(['device'], async transaction => {
    const device = transaction.objectStore('device')
    const found = Device.safeParse(await device.get(enrolledKey))
    const used = found.success && found.data.code === code ? found.data.used + 1 : 1
    await device.put({ code, used } satisfies Device, enrolledKey)
    return used
  })

/** The first number under a new code: the old one is another device's too. An enrolled tablet's own goes on. */
export function numberUnderNewCode(post: PostCode): Promise<string> {
  localStorage.removeItem(kept)
  return nextDisplayNumber(post)
}

/** The next number of this device at a post; never the same twice, also with the desk open in two tabs. */
export async function nextDisplayNumber(post: PostCode): Promise<string> {
  const code = thisDevice()?.code
  if (code !== undefined)
    return displayNumber({ postCode: post, deviceCode: code, sequence: await nextOfEnrolled(code) })
  return navigator.locks.request(kept, () => {
    const device = readDevice()
    const sequence = device.used + 1
    const number = displayNumber({ postCode: post, deviceCode: device.code, sequence })
    localStorage.setItem(kept, JSON.stringify({ code: device.code, used: sequence } satisfies Device))
    return number
  })
}

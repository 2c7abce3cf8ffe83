import type { Answer } from '../../api/client.ts'
import { thisDevice } from '../../device/this-device.ts'

/** A tablet works on without a network, and without a session: its officer is known by PIN. */
export const isWithoutServer = (answer: Answer<unknown> | undefined): boolean =>
  answer !== undefined &&
  !answer.ok &&
  thisDevice() !== undefined &&
  (answer.offline || answer.word === 'not-signed-in')

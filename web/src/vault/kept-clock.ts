/**
 * A clock that can be put back by nobody (docs/adr/0011-devices-passes-parcels.md: a share is kept for 72 hours). It
 * adds up what passes between two looks at the device's clock, wherever that stands: a device set back five years
 * counts on from there, one set two years ahead has let that time pass. Only the server's word sets it.
 * Pure: the caller reads the clocks.
 */

import { passMilliseconds } from '../../../functions/devices/pass.ts'

export interface KeptClock {
  /** Milliseconds since 1970 as the server would say, as far as this device knows. */
  readonly reading: number
  /** What the device's own clock showed at that moment. */
  readonly deviceClock: number
  /**
   * More than a pass passed at once: the tablet lay switched off, or its clock was set ahead. Shares end by it, and come
   * back with a sign-in; what lies sealed would not, and waits for the server to say which it was.
   */
  readonly leapt: boolean
}

export const startedAt = (deviceClock: number): KeptClock => ({ reading: deviceClock, deviceClock, leapt: false })

/**
 * `running`: milliseconds that passed for certain since the last look, by the application's own timer; 0 after a start.
 */
export function lookedAgain(kept: KeptClock, deviceClock: number, running: number): KeptClock {
  const step = deviceClock - kept.deviceClock
  return {
    reading: kept.reading + Math.max(0, running, step),
    deviceClock,
    // no share outlasts a pass, so that nothing kept here can be opened after such a step
    leapt: kept.leapt || step - running > passMilliseconds,
  }
}

/** The server's time of an answer that just came. */
export const setByServer = (serverTime: number, deviceClock: number): KeptClock => ({
  reading: serverTime,
  deviceClock,
  leapt: false,
})

import { endpoint } from '../platform/endpoint.ts'
import { ok, refused } from '../platform/reply.ts'
import { devicesRoutes } from './contract.ts'
import { summaryOf } from './device-record.ts'
import type { DeviceStore } from './device-store.ts'
import { passUntil } from './pass.ts'

/** A tablet and who last held a pass on it, for whoever looks for it. Refuses `device-unknown`. */
export const readDevice = (devices: DeviceStore) =>
  endpoint(devicesRoutes.readDevice, async ({ params: { deviceId }, scope }) => {
    const device = await devices.find(deviceId, scope)
    if (!device) return refused('device-unknown')
    const passes = (await devices.passesOf(device)).map(({ officerId, openedAt }) => ({
      officerId,
      openedAt,
      until: passUntil(openedAt),
    }))
    const { revokedBecause } = device
    return ok({ ...summaryOf(device), ...(revokedBecause === undefined ? {} : { revokedBecause }), passes }, [deviceId])
  })

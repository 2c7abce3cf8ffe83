import { endpoint } from '../platform/endpoint.ts'
import { ok, refused } from '../platform/reply.ts'
import { devicesRoutes } from './contract.ts'
import type { DeviceStore } from './device-store.ts'
import { quarantinedView } from './quarantine-record.ts'
import type { QuarantineStore } from './quarantine-store.ts'

/** What a revoked tablet still sent, in the order it came; what is in it is sealed. Refuses `device-unknown`. */
export const listQuarantine = ({ devices, quarantine }: { devices: DeviceStore; quarantine: QuarantineStore }) =>
  endpoint(devicesRoutes.listQuarantine, async ({ params: { deviceId }, scope }) => {
    const device = await devices.find(deviceId, scope)
    if (!device) return refused('device-unknown')
    return ok({ records: (await quarantine.ofDevice(device)).map(quarantinedView) }, [deviceId])
  })

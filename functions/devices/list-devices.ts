import { endpoint } from '../platform/endpoint.ts'
import { notFound, ok } from '../platform/reply.ts'
import { devicesRoutes } from './contract.ts'
import { summaryOf } from './device-record.ts'
import type { DeviceStore } from './device-store.ts'

/** The tablets of a post; nobody's record. */
export const listDevices = (devices: DeviceStore) =>
  endpoint(devicesRoutes.listDevices, async ({ query: { post }, scope }) => {
    const found = await devices.ofPost(post, scope)
    return found ? ok({ devices: found.map(summaryOf) }) : notFound()
  })

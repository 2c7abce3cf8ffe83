import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import * as z from 'zod/mini'
import { readEnvironment } from '../platform/environment.ts'
import { lambdaLog } from '../platform/log.ts'
import { busGateway } from './bus-gateway.ts'
import { dispatchChanges } from './dispatch-changes.ts'

const environment = readEnvironment(z.object({ BUS_NAME: z.string() }))

export const handler = dispatchChanges({
  bus: busGateway(new EventBridgeClient({}), environment.BUS_NAME),
  log: lambdaLog,
})

import { LambdaClient } from '@aws-sdk/client-lambda'
import * as z from 'zod/mini'
import { commandOwners, routesOf } from '../contracts.ts'
import { recordsNothing } from '../platform/audit.ts'
import { capability } from '../platform/capability.ts'
import { systemClock } from '../platform/clock.ts'
import { readEnvironment } from '../platform/environment.ts'
import { lambdaLog } from '../platform/log.ts'
import { lambdaGateway } from './lambda-gateway.ts'
import { sendCommands } from './send-commands.ts'

const environment = readEnvironment(
  z.object({
    FUNCTION_ARRIVALS: z.string(),
    FUNCTION_INTAKE: z.string(),
    FUNCTION_REGISTRATION: z.string(),
    FUNCTION_SCREENING: z.string(),
    FUNCTION_SUPPORT: z.string(),
    FUNCTION_FOLLOW_UP: z.string(),
    FUNCTION_REINTEGRATION: z.string(),
    FUNCTION_PROTECTION: z.string(),
  }),
)
const log = lambdaLog
const gateway = lambdaGateway(new LambdaClient({}), {
  arrivals: environment.FUNCTION_ARRIVALS,
  intake: environment.FUNCTION_INTAKE,
  registration: environment.FUNCTION_REGISTRATION,
  screening: environment.FUNCTION_SCREENING,
  support: environment.FUNCTION_SUPPORT,
  'follow-up': environment.FUNCTION_FOLLOW_UP,
  reintegration: environment.FUNCTION_REINTEGRATION,
  protection: environment.FUNCTION_PROTECTION,
})
const rows = commandOwners.flatMap(owner => routesOf(owner).map(route => ({ owner, route })))

export const handler = capability({
  endpoints: [sendCommands({ rows, gateway, clock: systemClock, log })],
  audit: recordsNothing,
  clock: systemClock,
  log,
})

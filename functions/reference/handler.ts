import { capabilityNames, routesOf } from '../contracts.ts'
import { recordsNothing } from '../platform/audit.ts'
import { capability } from '../platform/capability.ts'
import { systemClock } from '../platform/clock.ts'
import { lambdaLog } from '../platform/log.ts'
import { openApiDocument } from './openapi.ts'
import { readOpenApi } from './read-open-api.ts'

const document = openApiDocument(Object.fromEntries(capabilityNames.map(name => [name, routesOf(name)])))

export const handler = capability({
  endpoints: [readOpenApi(document)],
  audit: recordsNothing,
  clock: systemClock,
  log: lambdaLog,
})

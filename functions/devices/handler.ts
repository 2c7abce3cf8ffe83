import { randomInt } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import * as z from 'zod/mini'
import { createAudit } from '../platform/audit.ts'
import { capability } from '../platform/capability.ts'
import { systemClock as clock } from '../platform/clock.ts'
import { readEnvironment } from '../platform/environment.ts'
import { keyPair } from '../platform/key-pair.ts'
import { lambdaLog } from '../platform/log.ts'
import { receiptsOf } from '../platform/receipt.ts'
import { decideQuarantine } from './decide-quarantine.ts'
import { deviceStore } from './device-store.ts'
import { enrolDevice } from './enrol-device.ts'
import { listDevices } from './list-devices.ts'
import { listQuarantine } from './list-quarantine.ts'
import { openPass } from './open-pass.ts'
import { quarantineStore } from './quarantine-store.ts'
import { readDevice } from './read-device.ts'
import { revokeDevice } from './revoke-device.ts'
import { shareGateway } from './share-gateway.ts'

const environment = readEnvironment(
  z.object({
    REGISTRY_TABLE: z.string(),
    AUDIT_TABLE: z.string(),
    SHARE_KEY_ID: z.string(),
    DELIVERY_KEY_ID: z.string(),
    RESTORE_EPOCH: z.coerce.number(),
  }),
)
const { REGISTRY_TABLE: table, RESTORE_EPOCH: restoreEpoch } = environment
const database = new DynamoDBClient({})
const kms = new KMSClient({})
const devices = deviceStore(database, table)
const quarantine = quarantineStore(database, table)
const audit = createAudit(database, environment.AUDIT_TABLE, clock)
const receipt = receiptsOf(restoreEpoch)
const deliveryKey = keyPair(kms, environment.DELIVERY_KEY_ID)
const makeShare = shareGateway(kms, environment.SHARE_KEY_ID)

export const handler = capability({
  endpoints: [
    enrolDevice({ devices, deliveryKey, audit, pick: randomInt }),
    openPass({ devices, audit, deliveryKey, makeShare, restoreEpoch }),
    revokeDevice({ devices, audit, receipt }),
    listDevices(devices),
    readDevice(devices),
    listQuarantine({ devices, quarantine }),
    decideQuarantine({ devices, quarantine, audit, receipt }),
  ],
  audit,
  clock,
  log: lambdaLog,
})

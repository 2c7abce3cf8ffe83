/** The intake function through its whole chain on real tables, at an arrival of Maseru Bridge that is open. */
import { randomUUID } from 'node:crypto'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { intakeRoutes, type PutIntake } from '../../functions/intake/contract.ts'
import { intakeStore } from '../../functions/intake/intake-store.ts'
import { putIntake } from '../../functions/intake/put-intake.ts'
import { createAudit } from '../../functions/platform/audit.ts'
import { capability } from '../../functions/platform/capability.ts'
import type { Clock } from '../../functions/platform/clock.ts'
import { receiptsOf } from '../../functions/platform/receipt.ts'
import { registryKeys } from '../../functions/platform/tables.ts'
import { putNew, transact } from '../../functions/platform/transaction.ts'
import { personTasksStore } from '../../functions/registration/person-tasks-store.ts'
import { anHttpEvent, answerOf } from '../builders/http-event.ts'
import { batchId } from '../builders/intake.ts'
import { deviceTime } from './asking.ts'
import { keptPhotos } from './kept-photos.ts'
import { silentLog } from './silent-log.ts'
import type { TableNames } from './tables.ts'

/** A tablet of Maseru Bridge, enrolled. */
export const tablet = '0193a3a0-0000-7000-8000-0000000000d1'

/** The function alone. */
export function intakeHandler(client: DynamoDBClient, tables: TableNames, clock: Clock) {
  const audit = createAudit(client, tables.audit, clock)
  return capability({
    endpoints: [
      putIntake({
        intakes: intakeStore(client, tables),
        personTasks: personTasksStore(client, tables.registry),
        photos: keptPhotos(client, tables.registry).photos,
        audit,
        receipt: receiptsOf(0),
      }),
    ],
    audit,
    clock,
    log: silentLog(),
  })
}

/** Sends an intake, made by that tablet; with `by` empty, by an officer themselves. */
export async function intakeFunction(client: DynamoDBClient, tables: TableNames, clock: Clock) {
  const batch = {
    ...{ schemaVersion: 1, batchId, post: 'MB', transport: 'BUS', sendingFacility: 'LINDELA', state: 'ARRIVED' },
    ...{ returnType: 'DEPORTED', declaredHeadcount: 9, openedAt: deviceTime, contentHash: 'hash' },
  }
  const device = {
    ...{ schemaVersion: 1, deviceId: tablet, code: '7F2', post: 'MB', publicKey: 'key', contentHash: 'hash', epoch: 1 },
    ...{ state: 'ACTIVE', enrolledAt: deviceTime, enrolledBy: 'supervisor-1' },
  }
  await transact(client, [
    { guard: 'batch', write: putNew(tables.registry, registryKeys.batch(batchId), batch) },
    { guard: 'device', write: putNew(tables.registry, registryKeys.device(tablet), device) },
  ])
  const handler = intakeHandler(client, tables, clock)
  return (body: PutIntake, by = tablet, intakeId: string = randomUUID()) =>
    answerOf(
      handler,
      anHttpEvent({
        ...{ route: intakeRoutes.putIntake, params: { intakeId }, body, groups: ['reception@MB'] },
        ...(by === '' ? {} : { tablet: by }),
      }),
    )
}

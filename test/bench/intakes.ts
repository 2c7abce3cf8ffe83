/** Intakes made ready to commit, for measures that weigh or race them without HTTP. */
import { randomUUID } from 'node:crypto'
import type { DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { PutIntake } from '../../functions/intake/contract.ts'
import { decideIntake } from '../../functions/intake/intake-decision.ts'
import { type IntakeCommit, intakeWrites } from '../../functions/intake/intake-store.ts'
import { createAudit } from '../../functions/platform/audit.ts'
import { systemClock } from '../../functions/platform/clock.ts'
import { contentHash } from '../../functions/platform/content-hash.ts'
import { deskOf } from '../../functions/supplies/accounts.ts'
import { deskLease } from '../../functions/supplies/lease-record.ts'
import { someLot } from '../harness/stock-up.ts'
import type { TableNames } from '../harness/tables.ts'

const officerId = 'b2c3d4e5-0000-4000-8000-000000000001'

export function committed(client: DynamoDBClient, tables: TableNames, intake: PutIntake): IntakeCommit {
  const intakeId = randomUUID()
  const decision = decideIntake({
    intakeId,
    intake,
    batch: { batchId: intake.batchId, post: 'MB', returnType: 'DEPORTED' },
    person: undefined,
    officerId,
    receivedAt: new Date(),
    tablet: undefined,
    contentHash: contentHash(intake),
  })
  if ('refusal' in decision) throw new Error(`the intake to be weighed was refused: ${decision.refusal}`)
  const caller = { officerId, grants: [{ role: 'reception' as const, place: 'MB' }] }
  const audit = createAudit(client, tables.audit, systemClock)
  return {
    ...decision.commit,
    audit: [intakeId, intake.personId].map(subjectId =>
      audit.entry({ caller, action: 'putIntake', subjectId, commandId: intakeId }),
    ),
  }
}

/** The writes of one intake that is given what the desk has of a lot. */
export const writesOf = (tables: TableNames, commit: IntakeCommit, lot = someLot): TransactWriteItem[] =>
  intakeWrites(
    tables,
    commit,
    commit.sourcing.givings.map(giving => ({
      ...giving,
      ...{ from: deskOf(giving.post), leaseId: deskLease, dispute: undefined },
      lots: [{ lot, quantity: giving.grant.quantity }],
    })),
  ).map(({ write }) => write)

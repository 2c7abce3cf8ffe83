/**
 * However tablets, networks and functions behave, each command is stored exactly once: random parcels in random order,
 * answers lost, owners that break before or after they stored, the key service away, repeats without end.
 */
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import type { HandedOn } from '../../../functions/commands/lambda-gateway.ts'
import type { SealedRecord } from '../../../functions/commands/parcel-contract.ts'
import { aCountHeads, anOpenBatch } from '../../builders/batch-commands.ts'
import { anIntake } from '../../builders/intake.ts'
import { auditOf } from '../../harness/audit-entries.ts'
import { type DeviceFunctions, deviceFunctions } from '../../harness/device-functions.ts'
import { aTablet, putCommand } from '../../harness/tablet.ts'

const seed = Number(process.env['KAMOHELO_SEED'] ?? 20_261_129)

type Failure = 'none' | 'before' | 'after' | 'key away' | 'answer lost'
let failure: { kind: Failure; at: number } = { kind: 'none', at: 0 }
let nth = 0
const failing = (kind: Failure) => (_request: HandedOn) => {
  if (failure.kind === kind && nth === failure.at) throw new Error(`${kind} on purpose`)
}

let desk: DeviceFunctions
beforeAll(async () => {
  desk = await deviceFunctions({
    around: {
      before(request) {
        nth += 1
        failing('before')(request)
      },
      after: failing('after'),
    },
  })
})

const step = fc.record({
  /** Which of those not yet known to be received go, and in which order. */
  picks: fc.array(fc.nat(20), { minLength: 1, maxLength: 6 }),
  kind: fc.constantFrom<Failure>('none', 'none', 'before', 'after', 'key away', 'answer lost'),
  at: fc.integer({ min: 1, max: 4 }),
  carrier: fc.constantFrom('carrier-1', 'carrier-2', 'author-1'),
})

async function aDay() {
  const tablet = await aTablet()
  await desk.enrol(tablet)
  await desk.openPass(tablet, 'author-1', ['reception@MB'])
  await desk.openPass(tablet, 'author-2', ['reception@MB'])
  const start = await tablet.start(desk.deliverySpki)
  const [batchId, opening] = [randomUUID(), randomUUID()]
  const subjects = [randomUUID(), randomUUID(), randomUUID()]
  const capture = (path: string, body: object, nthAuthor: number, recordId: string, dependsOn: string[] = []) =>
    tablet.seal(start, { authorId: `author-${nthAuthor}`, recordId, dependsOn, command: putCommand(path, body) })
  const records = await Promise.all([
    capture(`batches/${batchId}`, anOpenBatch(), 1, opening),
    ...subjects.map((id, index) =>
      capture(`intakes/${id}`, anIntake({ batchId }), 1 + (index % 2), randomUUID(), [opening]),
    ),
    capture(`batches/${batchId}/counts/${randomUUID()}`, aCountHeads(), 2, randomUUID(), [opening]),
  ])
  return { tablet, start, batchId, subjects, records }
}

it(`stores each command once and answers it with one receipt (seed ${seed})`, async () => {
  let [parcels, repeated] = [0, 0]
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async steps => {
      const { tablet, start, batchId, subjects, records } = await aDay()
      const receipts = new Map<string, Set<string>>()
      const send = async (chosen: readonly SealedRecord[], carrier: string, isHeard = true) => {
        parcels += 1
        nth = 0
        const answers = await desk.send(tablet.parcel([start], chosen), { officer: carrier, groups: ['supplies@MB'] })
        if (!isHeard) return
        for (const answer of answers) {
          expect(['received', 'later']).toContain(answer.is)
          if (answer.is !== 'received') continue
          const known = receipts.get(answer.recordId) ?? new Set()
          if (known.size > 0) repeated += 1
          receipts.set(answer.recordId, known.add(JSON.stringify(answer.receipt)))
        }
      }
      for (const { picks, kind, at, carrier } of steps) {
        failure = { kind, at }
        desk.deliveryKey.isAway = kind === 'key away'
        const chosen = [...new Set(picks.map(pick => records[pick % records.length]))].filter(one => one !== undefined)
        await send(chosen, carrier, kind !== 'answer lost')
      }
      failure = { kind: 'none', at: 0 }
      desk.deliveryKey.isAway = false
      await send(records, 'carrier-1')
      await send(records.toReversed(), 'carrier-2')
      for (const { recordId } of records) expect(receipts.get(recordId)?.size).toBe(1)
      for (const [index, id] of subjects.entries())
        expect(await auditOf(desk, id)).toMatchObject([{ action: 'putIntake', officerId: `author-${1 + (index % 2)}` }])
      const ofBatch = (await auditOf(desk, batchId)).map(({ action }) => action).sort()
      expect(ofBatch).toEqual(['countHeads', 'openBatch'])
    }),
    { seed, numRuns: 25 },
  )
  console.info(`${parcels} parcels sent, ${repeated} receipts given again, seed ${seed}`)
}, 500_000)

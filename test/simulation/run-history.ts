/** Runs one history on the real ledger and on paper, step by step, and says where they part. */
import { randomUUID } from 'node:crypto'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { createAudit } from '../../functions/platform/audit.ts'
import { maseruDate } from '../../functions/platform/clock.ts'
import { isPassing } from '../../functions/platform/passing-errors.ts'
import { deskOf, deviceOf, type LeaseAccount } from '../../functions/supplies/accounts.ts'
import { decideOn } from '../../functions/supplies/disputes.ts'
import { extend, lease, takeBack, writeOff } from '../../functions/supplies/leasing.ts'
import { reverse } from '../../functions/supplies/reversals.ts'
import { adjust, deliver, type Moved, sendTransfer, type Told, takeIn } from '../../functions/supplies/stock-moves.ts'
import { suppliesStore } from '../../functions/supplies/supplies-store.ts'
import { supportStore } from '../../functions/support/support-store.ts'
import { give, giveLate } from '../harness/supplies-function.ts'
import type { TableNames } from '../harness/tables.ts'
import { Lost } from './faults.ts'
import { places as allPlaces, type History, lots, posts, type Step } from './history.ts'
import { PlainLedger } from './plain-ledger.ts'
import { partsOf } from './standing.ts'

const item = 'BLANKET'
const hour = 3_600_000
/** Longer than any run of bad luck the die allows. */
const mostTries = 60

export interface World {
  readonly client: DynamoDBClient
  readonly tables: TableNames
}

interface Waiting {
  readonly leaseId: string
  readonly parts: readonly (readonly [string, number])[]
  readonly returnEventId: string
  readonly breaksRule: boolean
}

/** The same request again, as a tablet sends it, until it is answered. */
async function untilAnswered<T>(send: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send()
    } catch (error) {
      if (attempt === mostTries || !(error instanceof Lost || isPassing(error))) throw error
    }
  }
}

const answerIn = <Refusal extends string>(moved: Moved<Refusal>): string =>
  'refusal' in moved ? moved.refusal : 'done'

export async function runHistory({ client, tables }: World, steps: History['steps']): Promise<void> {
  // whole: of a hundred thousand short names two are the same
  const run = randomUUID()
  const named = (place: string) => `${run}-${place}`
  const paper = new PlainLedger(lots)
  const ledger = { store: suppliesStore(client, tables.ledger), table: tables.ledger }
  const support = supportStore(client, tables.ledger)
  const audit = createAudit(client, tables.audit, { now: () => new Date(now) })
  const transfers: { transferId: string; to: string; sent: number }[] = []
  const offline = new Map<string, Waiting[]>()
  const given: string[] = []
  const disputed: string[] = []
  let now = Date.parse('2026-11-22T08:00:00.000Z')

  const today = () => maseruDate(new Date(now))
  const holderOf = (post: string, name: string): LeaseAccount =>
    name === 'desk' ? deskOf(named(post)) : deviceOf(`${named(post)}-${name}`)
  const told = (place: string, moveId: string = randomUUID()): Told => ({
    ...{ place: named(place), moveId, contentHash: moveId, officerId: 'officer-1' },
    ...{ deviceTime: new Date(now).toISOString(), receivedAt: new Date(now).toISOString(), today: today() },
  })
  const entry = (moveId: string) =>
    audit.entry({ caller: { officerId: 'officer-1', grants: [] }, action: 'move', subjectId: run, commandId: moveId })
  const due = (hours: number) => new Date(now + hours * hour).toISOString()

  async function handOver(
    post: string,
    name: string,
    quantity: number,
    returnEventId: string,
  ): Promise<() => Promise<string>> {
    given.push(returnEventId)
    const gift = {
      holder: holderOf(post, name),
      item,
      quantity,
      post: named(post),
      returnEventId,
      at: new Date(now),
    } as const
    return () =>
      untilAnswered(async () => {
        const outcome = await give(client, tables, gift)
        if (typeof outcome !== 'string' && outcome.committed) return 'done'
        // the intake's receipt answers a retry
        const earlier = await support.findEntitlements(returnEventId, { reach: 'everywhere' })
        return earlier === undefined ? 'exhausted' : 'done'
      })
  }

  /** What the step does on paper, said before it is done for real; and how to do it, as often as one likes. */
  async function prepare(step: Step): Promise<{ expected: string; send: () => Promise<string> } | undefined> {
    const move = (place: string, moveId: string, send: (t: Told) => Promise<Moved<string>>) => {
      const said = told(place, moveId)
      return () => untilAnswered(() => send(said)).then(answerIn)
    }
    const moveId = randomUUID()
    switch (step.does) {
      case 'receive':
      case 'receive-for-desk': {
        const to = step.does === 'receive' ? 'STORE' : 'DESK'
        const { expiresOn } = lots.find(each => each.lot === step.lot) ?? lots[0]
        const desk = to === 'DESK' ? holderOf(step.place, 'desk') : undefined
        return {
          expected: paper.receive(named(step.place), desk, step.lot, step.quantity, today()),
          send: move(step.place, moveId, t =>
            deliver(ledger, t, { item, lot: step.lot, quantity: step.quantity, expiresOn, to }, entry(moveId)),
          ),
        }
      }
      case 'send': {
        const expected = paper.send(named(step.from), named(step.to), step.lot, step.quantity, moveId, today())
        if (expected === 'done') transfers.push({ transferId: moveId, to: step.to, sent: step.quantity })
        return {
          expected,
          send: move(step.from, moveId, t =>
            sendTransfer(
              ledger,
              t,
              { item, lot: step.lot, quantity: step.quantity, toPlace: named(step.to) },
              () => true,
              entry(moveId),
            ),
          ),
        }
      }
      case 'take-in': {
        const transfer = transfers[step.which]
        if (transfer === undefined) return undefined
        const { transferId, to, sent } = transfer
        const came = Math.max(0, sent - step.missing)
        return {
          expected: paper.takeIn(named(to), transferId, came),
          send: move(to, moveId, t => takeIn(ledger, t, { transferId, came, reason: 'Counted' }, entry(moveId))),
        }
      }
      case 'spoil': {
        const { place, lot, quantity, kind } = step
        const reason = 'A leak'
        const change = { kind: kind === 'LOST' ? ('LOST' as const) : ('DAMAGED' as const), quantity }
        return {
          expected: paper.spoil(named(place), lot, quantity, change.kind),
          send: move(place, moveId, t => adjust(ledger, t, { item, lot, reason, change }, entry(moveId))),
        }
      }
      case 'count': {
        const { place, lot, off, stale } = step
        const booked = (paper.stores.get(named(place))?.get(lot) ?? 0) + (stale ? 1 : 0)
        const counted = Math.max(0, booked + off)
        const change = { kind: 'COUNT_ADJUST' as const, counted, booked }
        return {
          expected: paper.count(named(place), lot, counted, booked),
          send: move(place, moveId, t => adjust(ledger, t, { item, lot, reason: 'Counted', change }, entry(moveId))),
        }
      }
      case 'lease': {
        const { post, quantity } = step
        const holder = holderOf(post, step.holder)
        const dueAt = step.holder === 'desk' ? undefined : due(step.hours)
        const at = dueAt === undefined ? undefined : Date.parse(dueAt)
        return {
          expected: paper.lease(named(post), holder, quantity, at, moveId, now, today()),
          send: move(post, moveId, t => lease(ledger, t, { holder, item, quantity, dueAt }, entry(moveId))),
        }
      }
      case 'extend': {
        const holder = holderOf(step.post, step.tablet)
        const leaseId = paper.leases.get(holder)?.leaseId ?? 'none'
        const dueAt = due(step.hours)
        return {
          expected: paper.extend(named(step.post), holder, leaseId, Date.parse(dueAt)),
          send: move(step.post, moveId, t => extend(ledger, t, { holder, item, leaseId, dueAt }, entry(moveId))),
        }
      }
      case 'draw': {
        const { post, holder, quantity } = step
        const returnEventId = randomUUID()
        const expected = paper.draw(holderOf(post, holder), quantity, today(), { returnEventId, post: named(post) })
        return { expected, send: await handOver(post, holder, quantity, returnEventId) }
      }
      case 'draw-offline': {
        // of what the tablet knew when it last had a network, less what it gave since
        const holder = holderOf(step.post, step.tablet)
        const parts = paper.choose(holder, step.quantity, today())
        const leaseId = paper.leases.get(holder)?.leaseId
        if (parts === undefined || leaseId === undefined) return undefined
        const waiting = offline.get(holder) ?? []
        offline.set(holder, [...waiting, { leaseId, parts, returnEventId: randomUUID(), breaksRule: step.breaksRule }])
        return undefined
      }
      case 'come-online': {
        const holder = holderOf(step.post, step.tablet)
        const waiting = offline.get(holder) ?? []
        offline.delete(holder)
        given.push(...waiting.map(({ returnEventId }) => returnEventId))
        const expected = waiting
          .map(({ leaseId, parts, returnEventId, breaksRule }) => {
            const handing = { returnEventId, breaksRule, post: named(step.post) }
            const state = paper.drawLate(holder, leaseId, parts, handing)
            if (state === 'DISPUTED') disputed.push(returnEventId)
            return state
          })
          .join()
        return {
          expected,
          async send() {
            const said: string[] = []
            for (const { leaseId, parts, returnEventId, breaksRule } of waiting) {
              const quantity = parts.reduce((sum, [, part]) => sum + part, 0)
              const gift = { holder, item, quantity, post: named(step.post), returnEventId, at: new Date(now) } as const
              const chosen = parts.map(([lot, part]) => ({ lot, quantity: part }))
              const outcome = await untilAnswered(() =>
                giveLate(client, tables, gift, { leaseId, lots: chosen }, breaksRule ? 'NOT_ELIGIBLE' : undefined),
              )
              const stored = await support.findEntitlements(returnEventId, { reach: 'everywhere' })
              said.push(outcome === 'given-before' ? (stored?.[0]?.state ?? 'nothing') : outcome)
            }
            return said.join()
          },
        }
      }
      case 'give-back': {
        const { post, lot } = step
        const holder = holderOf(post, step.holder)
        const held = paper.leases.get(holder)
        const quantity = step.quantity === 'all' ? Math.max(1, held?.lots.get(lot) ?? 0) : step.quantity
        const leaseId = held?.leaseId ?? 'none'
        // a tablet counts what it gave itself, here or not yet here
        const drawCount = step.holder === 'desk' ? undefined : (held?.draws ?? 0) + (offline.get(holder)?.length ?? 0)
        return {
          expected: paper.giveBack(named(post), holder, leaseId, lot, quantity, drawCount),
          send: move(post, moveId, t =>
            takeBack(ledger, t, { holder, item, leaseId, lots: [{ lot, quantity }], drawCount }, entry(moveId)),
          ),
        }
      }
      case 'write-off': {
        const holder = holderOf(step.post, step.tablet)
        const leaseId = paper.leases.get(holder)?.leaseId ?? 'none'
        return {
          expected: paper.writeOff(named(step.post), holder, leaseId),
          send: move(step.post, moveId, t =>
            writeOff(ledger, t, { holder, item, leaseId, reason: 'Left on a bus' }, entry(moveId)),
          ),
        }
      }
      case 'reverse': {
        const returnEventId = given[step.which]
        if (returnEventId === undefined) return undefined
        return {
          expected: paper.reverse(named(step.post), returnEventId),
          send: move(step.post, moveId, t =>
            reverse(
              ledger,
              t,
              { returnEventId, item, requestId: undefined, reason: 'The next in the line' },
              entry(moveId),
            ),
          ),
        }
      }
      case 'decide': {
        const returnEventId = disputed[step.which] ?? given[step.which]
        if (returnEventId === undefined) return undefined
        const decision = step.decision === 'ACCEPT' ? ('ACCEPT' as const) : ('REJECT' as const)
        const about = { returnEventId, item, requestId: undefined, decision, reason: 'Asked them' } as const
        return {
          expected: paper.decide(named(step.post), returnEventId, decision),
          // by somebody else than who handed it over
          send: move(step.post, moveId, t => decideOn(ledger, { ...t, officerId: 'officer-2' }, about, entry(moveId))),
        }
      }
      case 'time': {
        now += step.hours * hour
        return undefined
      }
    }
  }

  for (const { step, again } of steps) {
    const prepared = await prepare(step)
    if (prepared === undefined) continue
    for (const time of again ? ['first', 'second'] : ['first']) {
      const answered = await prepared.send()
      if (answered !== prepared.expected && !(time === 'second' && prepared.expected !== 'done'))
        throw new Error(`${step.does}, ${time} time: ${answered} instead of ${prepared.expected}`)
    }
  }
  const places = allPlaces.map(named)
  const holders = posts.flatMap(post => ['desk', 'one', 'two'].map(name => holderOf(post, name)))
  const parted = await partsOf({ client, tables }, paper, { places, holders, given })
  if (parted.length > 0) throw new Error(`the ledger and the paper part: ${parted.join('; ')}`)
}

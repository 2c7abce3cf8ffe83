/**
 * Promise 5: a screen with a trigger and one without have the same shape wherever anybody but the zone may look.
 * The journey over the local host repeats this with streams and events.
 */
import { randomUUID } from 'node:crypto'
import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { expect, it } from 'vitest'
import type { ScreenContent } from '../../../functions/screening/screen-content.ts'
import { aScreenContent } from '../../builders/screen-content.ts'
import { everyItem, sealedZone } from '../../harness/sealed-zone.ts'

/** Names, kinds and lengths of all that is in a value; nothing of the value itself. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf)
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shapeOf(inner)]))
  return typeof value === 'string' ? `${value.length} letters` : typeof value
}

const byKey = (items: readonly Record<string, AttributeValue>[]) =>
  items.toSorted((one, other) => String(one['pk']?.S).localeCompare(String(other['pk']?.S)))

/** Everything a screen leaves behind outside the zone, and how much inside. */
async function tracesOf(content: ScreenContent) {
  const zone = await sealedZone()
  const event = zone.screenEvent(content.screenId, await zone.seal(content))
  const answer = await zone.screening(event, {})
  const records = await zone.sealedRecords()
  await zone.takeIn(records)
  const inside = await everyItem(zone.client, zone.tables.protection)
  return {
    requestBytes: JSON.stringify(event).length,
    request: shapeOf(event),
    answer: shapeOf(answer),
    status: answer.statusCode,
    registry: await everyItem(zone.client, zone.tables.registry),
    ledger: await everyItem(zone.client, zone.tables.ledger),
    audit: shapeOf(byKey(await everyItem(zone.client, zone.tables.audit))),
    sealed: shapeOf(records.map(({ dynamodb }) => dynamodb.NewImage)),
    // CloudWatch counts a table's writes: those inside must be as many, each within one unit.
    insideWrites: inside.map(item => String(item['pk']?.S?.split('#')[0])).toSorted(),
    insideUnits: inside.map(item => Math.ceil(JSON.stringify(item).length / 1024)).toSorted(),
    log: zone.lines.map(({ level, code, fields }) => ({ level, code, fields: Object.entries(fields) })),
  }
}

const screenId = randomUUID()
const quiet = aScreenContent({ screenId, answers: {}, returnEventId: undefined, queueTicket: '7' })
const loud: readonly (readonly [string, ScreenContent])[] = [
  ['a danger', aScreenContent({ screenId, answers: { A9: 'YES', A10: 'YES', A11: 'YES' }, asksToSpeak: true })],
  ['a child', aScreenContent({ screenId, isMinor: true, child: { careStatus: 'UNACCOMPANIED', handedTo: 'CGPU' } })],
  [
    'many words',
    aScreenContent({
      screenId,
      decision: { route: 'INTERVIEW_72H', declined: true, officerId: 'officer-7', reason: 'š'.repeat(400) },
      safeContact: { place: 'x'.repeat(200), channel: 'CHURCH' },
    }),
  ],
]

it.each(loud)('looks like a screen that says nothing: %s', async (_name, content) => {
  const [one, other] = await Promise.all([tracesOf(quiet), tracesOf(content)])
  expect(other).toEqual(one)
  expect(one).toMatchObject({ status: 201, registry: [], ledger: [], insideWrites: ['AUDIT', 'SCREEN', 'SEALED'] })
})

it('would notice one letter more', async () => {
  expect(shapeOf({ at: ['abc'] })).not.toEqual(shapeOf({ at: ['abcd'] }))
})

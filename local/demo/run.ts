/**
 * `npm run demo`: a removal manifest through the running system over HTTP, as tablets and offices would do it.
 * With `--json` it prints one JSON object. It can be run again after a crash, and ends in the same state.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMinor } from '../../functions/registration/age.ts'
import { answeringHost } from '../running-host.ts'
import { checkMorning } from './check.ts'
import { type Desk, deskOf } from './desk.ts'
import { workThroughQueue } from './district.ts'
import { openJournal } from './journal.ts'
import { demoArrival, intakeOf } from './people.ts'
import { closeBatch, openBatch, receiveStock, takeEverybodyIn } from './reception.ts'
import { askForReport } from './report.ts'
import { screenSome } from './screens.ts'

const asJson = process.argv.includes('--json')
const say = (line: string) => {
  if (!asJson) console.log(line)
}

const arrival = demoArrival
const offices = [
  'administrator-office',
  'social-development',
  'health',
  'labour',
  'civil-registry',
  'livelihood',
] as const
const districts = ['LS-A', 'LS-C'] as const

const host = await answeringHost().catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
const as = (username: string): Desk => deskOf(host.url, () => host.token(username))
const manifest = readFileSync(new URL('../../test/data/maseru-bridge-manifest.csv', import.meta.url), 'utf8')
const reception = as('reception-mb')
const supervisor = as('supervisor-mb')

say('Maseru Bridge: a bus arrives')
await receiveStock(as('supplies-mb'), arrival)
const rows = await openBatch(reception, arrival, manifest)
const accepted = rows.filter(({ status }) => status === 'ACCEPTED')
const rejected = rows.flatMap(({ row, status, reason }) => (status === 'REJECTED' ? [{ row, reason }] : []))
say(
  `The list has ${rows.length} rows: ${accepted.length} people to register, ${rejected.length} for an officer to look at`,
)

const morning = await takeEverybodyIn(reception, rows, arrival, (done, of) => {
  if (done % 20 === 0 || done === of) say(`${done} of ${of} registered`)
})
const adults = new Set(
  accepted
    .map(row => intakeOf(row, arrival, []))
    .filter(({ body }) => !isMinor(body.fast.birth, arrival.date))
    .map(({ intakeId }) => intakeId),
)
const spokenTo = await screenSome(as('screening-mb'), morning.receipts, adults, arrival)
say(`${spokenTo} people spoke with somebody in private`)
say(`The batch is ${await closeBatch(reception, supervisor, rows, arrival)}`)

const journal = openJournal(join(host.dataFolder, 'demo-journal.jsonl'))
await Promise.all(
  districts.map(async place => {
    for (const role of offices)
      await workThroughQueue({ desk: as(`${role}-${place.toLowerCase()}`), place, arrival, journal }, say)
  }),
)

const report = await askForReport(as('analyst'))
const findings = await checkMorning(supervisor, morning, arrival)
const summary = {
  manifestRows: rows.length,
  accepted: accepted.length,
  rejected,
  intakes: morning.receipts.length,
  entitlements: findings.entitlements,
  outOfStock: morning.outOfStock,
  tasks: morning.receipts.reduce((sum, { taskCount }) => sum + taskCount, 0),
  claimed: journal.count('claim'),
  visits: journal.count('visit'),
  reportRows: report.rows.length,
  doubleGrants: findings.doubleGrants,
  overdrawn: findings.overdrawn,
  lost: findings.lost,
}
if (asJson) console.log(JSON.stringify(summary))
else
  for (const [name, value] of Object.entries(summary))
    console.log(`${name.padEnd(14)} ${typeof value === 'number' ? value : JSON.stringify(value)}`)

/** People who arrived at one post and go home to one district, made over HTTP as the tablets would make them. */
import { randomUUID } from 'node:crypto'
import { arrivalsRoutes } from '../../functions/arrivals/contract.ts'
import type { PutIntake } from '../../functions/intake/contract.ts'
import { intakeRoutes } from '../../functions/intake/contract.ts'
import type { DistrictCode, PostCode } from '../../functions/platform/places.ts'
import { displayNumber } from '../../functions/registration/display-number.ts'
import { suppliesRoutes } from '../../functions/supplies/contract.ts'
import type { ItemCode } from '../../functions/support/items.ts'
import type { RunningHost } from '../../local/running-host.ts'
import { anImportManifest, anOpenBatch } from '../builders/batch-commands.ts'
import { anIntake } from '../builders/intake.ts'
import { officerOf } from '../harness/officer.ts'

export interface Place {
  readonly post: PostCode
  readonly district: DistrictCode
}

export interface Arrived extends Place {
  readonly batchId: string
}

const versions = { contract: 1, rules: '2026-11-01' }
const deviceTime = '2026-11-22T09:59:00.000Z'

/** A bus at the post, with a list of two rows. */
export async function aBatch(host: RunningHost, { post, district }: Place): Promise<Arrived> {
  const reception = officerOf(host, [`reception@${post}`])
  const batchId = randomUUID()
  await reception.must(arrivalsRoutes.openBatch, { params: { batchId }, body: anOpenBatch({ post }) })
  await reception.must(arrivalsRoutes.importManifest, {
    params: { batchId },
    body: anImportManifest({ manifestId: randomUUID() }),
  })
  return { post, district, batchId }
}

export async function givenStock(host: RunningHost, post: PostCode, item: ItemCode, quantity: number): Promise<void> {
  const supplies = officerOf(host, [`supplies@${post}`])
  await supplies.must(suppliesRoutes.receiveStock, {
    params: { place: post, moveId: randomUUID() },
    body: { versions, item, quantity, to: 'DESK', lot: 'JOURNEY', deviceTime },
  })
}

let sequence = 0

/** A number nobody has in this run: the device is the test's, drawn at random. */
export function aNumber(
  post: PostCode,
  deviceCode = randomUUID().replace(/\W/g, '').slice(0, 4).toUpperCase(),
): string {
  sequence += 1
  return displayNumber({ postCode: post, deviceCode, sequence })
}

/** Somebody of that arrival, on no row of its list, who goes home to its district. */
export const anArrival = ({ batchId, post, district }: Arrived, override: Partial<PutIntake> = {}): PutIntake =>
  anIntake({
    batchId,
    displayNumber: aNumber(post),
    fast: { ...anIntake().fast, homeDistrict: district },
    ...override,
  })

export async function register(
  host: RunningHost,
  arrived: Arrived,
  intake: PutIntake,
  intakeId: string = randomUUID(),
) {
  const reception = officerOf(host, [`reception@${arrived.post}`])
  return reception.must(intakeRoutes.putIntake, { params: { intakeId }, body: intake })
}

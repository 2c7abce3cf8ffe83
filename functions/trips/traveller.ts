/** Somebody who goes on, as the rules of a trip see them. Pure: no clock, no network, no AWS. */
import type { ReturnEvent } from '../intake/return-event.ts'
import { DistrictCode } from '../platform/places.ts'
import { isMinor } from '../registration/age.ts'
import type { Person } from '../registration/person-record.ts'
import type { Onward } from './trip-record.ts'
import type { Rider } from './trip-rules.ts'

export interface Traveller extends Rider {
  readonly batchId: string
  /** Where the return event stands under its batch. */
  readonly slot: string
  readonly post: string
  readonly firstName: string
  readonly district: DistrictCode
  readonly village: string | undefined
  readonly receivedAt: string
  /** What is known of their way on, as it was read; undefined where nothing was said yet. */
  readonly onward: Onward | undefined
}

export interface TravellerRecords {
  readonly returned: Pick<
    ReturnEvent,
    'returnEventId' | 'batchId' | 'displayNumber' | 'post' | 'householdId' | 'receivedAt'
  >
  readonly slot: string
  readonly person: Person
  readonly onward: Onward | undefined
  /** Of a seat: the adult who answers for a child. */
  readonly adultId: string | undefined
  readonly isHidden: boolean
}

/** `today`: the date in Lesotho on which they are judged to be a child or not. */
export function travellerOf(records: TravellerRecords, today: string): Traveller {
  const { returned, slot, person, onward, adultId, isHidden } = records
  const { fast, full } = person
  const isChild = isMinor(fast.birth, today)
  const caregiver = full?.care?.caregiver
  return {
    returnEventId: returned.returnEventId,
    personId: person.personId,
    displayNumber: returned.displayNumber,
    batchId: returned.batchId,
    slot,
    post: returned.post,
    firstName: fast.names.givenNames.split(/\s+/)[0] ?? '',
    sex: fast.sex,
    isChild,
    needsCustody: isChild && fast.accompaniment !== undefined && fast.accompaniment !== 'ACCOMPANIED',
    caregiverId: caregiver?.standing === 'CONFIRMED' ? caregiver.personId : undefined,
    district: DistrictCode.parse(full?.destination?.district ?? fast.homeDistrict),
    village: full?.destination?.village,
    householdId: returned.householdId,
    receivedAt: returned.receivedAt,
    adultId,
    apart: onward?.apart ?? [],
    onward,
    isHidden,
  }
}

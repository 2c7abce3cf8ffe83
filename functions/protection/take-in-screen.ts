/**
 * The zone takes in what was handed over sealed: opens the envelope, judges it by the rules its tablet had, and puts it
 * before its own officers. Nothing is lost: what cannot be opened, and what contradicts an earlier screen, is put before
 * them too. Harmless twice, since the stream delivers at least once.
 */
import type { Audit } from '../platform/audit.ts'
import type { Caller } from '../platform/caller.ts'
import type { Clock } from '../platform/clock.ts'
import { contentHash } from '../platform/content-hash.ts'
import { Id } from '../platform/fields.ts'
import type { Log } from '../platform/log.ts'
import { againFrom, allTaken, type StreamAnswer, type StreamRecord } from '../platform/stream-event.ts'
import { isSealed, sealedIdIn } from '../platform/tables.ts'
import type { ScreenContent } from '../screening/screen-content.ts'
import { readSealedRecord } from '../screening/sealed-record.ts'
import { judgeScreen, routeOfConflict, routeOfUnreadable } from './screen-judgement.ts'
import type { ArrivedScreen, Screen } from './screen-record.ts'
import type { ScreenStore } from './screen-store.ts'
import type { SealedContents } from './sealed-content.ts'

export interface TakeInParts {
  readonly screens: ScreenStore
  readonly contents: SealedContents
  readonly audit: Audit
  readonly clock: Clock
  readonly log: Log
}

/** Nobody asked: the stream did. */
const theZone: Caller = { officerId: 'function:protection', grants: [] }

export const takeInScreens = ({ screens, contents, audit, clock, log }: TakeInParts) => {
  const store = (arrived: ArrivedScreen): Promise<Screen | undefined> =>
    screens.takeIn(
      arrived,
      audit.entry({
        caller: theZone,
        action: 'takeInScreen',
        subjectId: arrived.screenId,
        commandId: arrived.sealedId,
      }),
    )

  async function takeIn(arrived: Pick<ArrivedScreen, 'sealedId' | 'receivedAt'>, content: ScreenContent) {
    const { route } = judgeScreen(content)
    const standing = await store({ ...arrived, screenId: content.screenId, route })
    if (standing === undefined || standing.sealedId === arrived.sealedId) return
    const earlier = await contents.readStored(standing.sealedId)
    if (contentHash(earlier) === contentHash(content))
      // The tablet sent it again, under a fresh id: one screen, and its repetition on record.
      await audit.record({
        caller: theZone,
        action: 'takeInRepeatedScreen',
        subjectId: content.screenId,
        commandId: arrived.sealedId,
      })
    else
      await store({
        ...arrived,
        screenId: arrived.sealedId,
        route: routeOfConflict(route),
        problem: 'CONFLICT',
        conflictsWith: content.screenId,
      })
  }

  async function open({ dynamodb: { Keys, NewImage } }: StreamRecord): Promise<void> {
    const sealedId = Id.parse(sealedIdIn(Keys.pk.S))
    const record = NewImage && readSealedRecord(NewImage)
    const receivedAt = record?.receivedAt ?? clock.now().toISOString()
    const content = record && (await contents.read(record.envelope))
    if (content) return takeIn({ sealedId, receivedAt }, content)
    await store({ sealedId, receivedAt, screenId: sealedId, route: routeOfUnreadable, problem: 'UNREADABLE' })
    log.warn('envelope-unreadable', { sealedId })
  }

  /** Takes in a batch in its order; a fault stops it there, and the stream goes on from that record. */
  return async (records: readonly StreamRecord[]): Promise<StreamAnswer> => {
    const sealed = records.filter(({ eventName, dynamodb }) => eventName === 'INSERT' && isSealed(dynamodb.Keys.pk.S))
    for (const record of sealed) {
      try {
        await open(record)
      } catch (error) {
        log.fault('taking-in-failed', error, { sequenceNumber: record.dynamodb.SequenceNumber })
        return againFrom(record)
      }
    }
    if (sealed.length > 0) log.info('taken-in', { count: sealed.length })
    return allTaken
  }
}

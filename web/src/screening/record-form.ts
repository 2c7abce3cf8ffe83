/** One record while it is open: everything said and chosen, and what it comes to. It is dropped when it is closed. */
import { type Signal, signal } from '@preact/signals'
import type * as z from 'zod/mini'
import type { ContactChannel } from '../../../functions/registration/code-lists.ts'
import { normaliseDisplayNumber } from '../../../functions/registration/display-number.ts'
import {
  itemsAskedBy,
  type ObservationCode,
  type ScreenAnswer,
  type ScreenItem,
  type ScreenItemId,
} from '../../../functions/screening/instruments.ts'
import { privateScreen1 } from '../../../functions/screening/private-screen-1.ts'
import {
  currentScreeningRules,
  type ScreenRoute,
  type SuggestedRoute,
  screenRoutes,
  suggestRoute,
} from '../../../functions/screening/private-screen-rules.ts'
import {
  type careStatuses,
  currentContentVersion,
  type ScreenContent,
} from '../../../functions/screening/screen-content.ts'
import { newId } from '../api/new-id.ts'
import { readDisplayNumber } from '../slips/read-number.ts'

export const instrument = privateScreen1

export interface RecordForm {
  readonly screenId: string
  readonly number: Signal<string>
  /** Of a slip made here for who had none; kept, so that it is drawn once. */
  readonly drawnNumber: Signal<string | undefined>
  readonly ageGroup: Signal<'ADULT' | 'CHILD' | undefined>
  readonly placeIsPrivate: Signal<boolean | undefined>
  /** Somebody came within hearing after the first question: the next answer given in private takes it back. */
  readonly overheard: Signal<boolean>
  /** Not kept: it only decides which questions this officer may put. */
  readonly inUniform: Signal<boolean | undefined>
  readonly asksToSpeak: Signal<boolean | undefined>
  readonly careStatus: Signal<(typeof careStatuses)[number] | undefined>
  readonly handedTo: Signal<string>
  readonly answers: Signal<Readonly<Partial<Record<ScreenItemId, ScreenAnswer>>>>
  readonly observations: Signal<readonly ObservationCode[]>
  /** Undefined while the suggestion stands. */
  readonly raisedTo: Signal<ScreenRoute | undefined>
  readonly reason: Signal<string>
  readonly agrees: Signal<boolean | undefined>
  readonly channel: Signal<z.infer<typeof ContactChannel> | undefined>
  readonly place: Signal<string>
  readonly reachedBy: Signal<string>
}

export const emptyForm = (): RecordForm => ({
  screenId: newId(),
  number: signal(''),
  drawnNumber: signal<string | undefined>(undefined),
  ageGroup: signal<'ADULT' | 'CHILD' | undefined>(undefined),
  placeIsPrivate: signal<boolean | undefined>(undefined),
  overheard: signal(false),
  inUniform: signal<boolean | undefined>(undefined),
  asksToSpeak: signal<boolean | undefined>(undefined),
  careStatus: signal<(typeof careStatuses)[number] | undefined>(undefined),
  handedTo: signal(''),
  answers: signal({}),
  observations: signal([]),
  raisedTo: signal<ScreenRoute | undefined>(undefined),
  reason: signal(''),
  agrees: signal<boolean | undefined>(undefined),
  channel: signal<z.infer<typeof ContactChannel> | undefined>(undefined),
  place: signal(''),
  reachedBy: signal(''),
})

/** True where protection can find the person: by a number that checks out. */
export const namesPerson = ({ number }: RecordForm): boolean => readDisplayNumber(number.value) !== undefined

/** The questions this officer may put to this person here: none to a child, none within others' hearing. */
export function questionsFor({ ageGroup, placeIsPrivate, inUniform }: RecordForm): readonly ScreenItem[] {
  if (ageGroup.value === undefined || placeIsPrivate.value !== true) return []
  return itemsAskedBy(instrument, 'SCREENING_OFFICER', ageGroup.value).filter(
    item => item.notInUniform !== true || inUniform.value === false,
  )
}

const wasPrivate = ({ placeIsPrivate, overheard }: RecordForm): boolean =>
  placeIsPrivate.value === true && !overheard.value

export const suggestionFor = (form: RecordForm): SuggestedRoute =>
  suggestRoute(form.answers.value, {
    isMinor: form.ageGroup.value === 'CHILD',
    placeIsPrivate: wasPrivate(form),
    asksToSpeak: form.asksToSpeak.value === true,
    observations: form.observations.value,
  })

/** The suggestion and everything more urgent: reception can only raise (domain.md 3.6). */
export const routesFrom = (suggested: ScreenRoute): readonly ScreenRoute[] =>
  screenRoutes.slice(screenRoutes.indexOf(suggested))

/** The officer's decision as far as it can stand: a raise without a reason is not one yet. */
export function decidedRoute(
  form: RecordForm,
  suggested: ScreenRoute,
): { route: ScreenRoute; reason: string | undefined } {
  const reason = form.reason.value.trim()
  const raised = form.raisedTo.value
  const isRaise = raised !== undefined && raised !== suggested && routesFrom(suggested).includes(raised)
  return isRaise && reason !== '' ? { route: raised, reason } : { route: suggested, reason: undefined }
}

const typed = (text: Signal<string>): string | undefined => (text.value.trim() === '' ? undefined : text.value.trim())

/** What is sealed. `NOT_ASKED` stands for every question that was there to be put and was not. */
export function contentOf(form: RecordForm, given: { officerId: string; interviewersOnDuty: number }): ScreenContent {
  const suggestion = suggestionFor(form)
  const { route, reason } = decidedRoute(form, suggestion.route)
  const isMinor = form.ageGroup.value === 'CHILD'
  const channel = form.channel.value
  return {
    contentVersion: currentContentVersion,
    screenId: form.screenId,
    displayNumber: normaliseDisplayNumber(form.number.value),
    instrument: { id: instrument.id, version: instrument.version },
    rulesVersion: currentScreeningRules,
    isMinor,
    child:
      isMinor && form.careStatus.value !== undefined
        ? { careStatus: form.careStatus.value, handedTo: typed(form.handedTo) }
        : undefined,
    placeIsPrivate: wasPrivate(form),
    asksToSpeak: form.asksToSpeak.value === true,
    answers: {
      ...Object.fromEntries(questionsFor(form).map(({ id }) => [id, 'NOT_ASKED' as const])),
      ...form.answers.value,
    },
    observations: [...form.observations.value],
    suggestion: { ...suggestion, fired: [...suggestion.fired] },
    decision: { route, reason, declined: form.agrees.value === false, officerId: given.officerId },
    safeContact:
      channel === undefined ? undefined : { channel, place: typed(form.place), reachedBy: typed(form.reachedBy) },
    interviewersOnDuty: given.interviewersOnDuty,
    askedAt: new Date().toISOString(),
  }
}

import { lackedIn } from '../../../../functions/arrivals/lacked.ts'
import type { PutIntake } from '../../../../functions/intake/contract.ts'
import { intakeRoutes } from '../../../../functions/intake/contract.ts'
import type { PostCode } from '../../../../functions/platform/places.ts'
import { birthYear } from '../../../../functions/registration/age.ts'
import { storageFull } from '../../api/client.ts'
import type { Sending } from '../../api/use-command.ts'
import { deviceTime } from '../../api/versions.ts'
import { code } from '../../code-lists/words.ts'
import type { OwnCopy } from '../../outbox/own-copy.ts'
import { nextDisplayNumber, numberUnderNewCode } from '../../slips/number-maker.ts'
import { isStorageFull } from '../../vault/device-database.ts'
import { dependsOn } from '../kept/depends-on.ts'
import type { DeskStock } from '../kept/desk-stock.ts'
import { standing } from '../kept/effects.ts'
import type { LocalEffect } from '../kept/local-effect.ts'
import { submit } from '../kept/submit.ts'
import { forgetDraft, rememberFamily } from './draft-keeper.ts'
import { heldNumberOf, staysHere } from './draft-problems.ts'
import { valuesOf } from './draft-values.ts'
import { intakeBody } from './intake-body.ts'
import type { Household, IntakeDraft } from './intake-draft.ts'
import type { SavedIntake } from './saved-intake.tsx'
import { textVersion } from './spoken-text.ts'
import { t } from './words.ts'

interface IntakeAtDesk {
  readonly post: PostCode
  /** The date in Lesotho. */
  readonly today: string
  readonly stock: DeskStock | undefined
}

const firstNameOf = ({ fast }: PutIntake): string => fast.names.givenNames.split(/\s+/)[0] ?? ''

/** The draft's command; the same content again is the same command, its time included. */
async function bodyOf(draft: IntakeDraft, displayNumber: string, desk: IntakeAtDesk): Promise<PutIntake> {
  const spoken = await textVersion(draft.spokenIn.value ?? 'st')
  const body = intakeBody(draft, { ...desk, textVersion: spoken, displayNumber, at: deviceTime() })
  const of = JSON.stringify({ ...body, deviceTime: '' })
  if (draft.captured.value?.of !== of) draft.captured.value = { of, at: body.deviceTime }
  return { ...body, deviceTime: draft.captured.value?.at ?? body.deviceTime }
}

/** The record as it will be found: of somebody new all of it stands in the command. */
const viewOf = (intakeId: string, { personId, batchId, displayNumber, fast, consents, deviceTime }: PutIntake) => ({
  ...{ personId, fast, consents, earlier: [], revision: 1 },
  returns: [{ returnEventId: intakeId, batchId, displayNumber, arrivedAt: deviceTime, priority: 'ORDINARY' as const }],
})

const effectOf = (intakeId: string, body: PutIntake, household: Household | undefined) => {
  const { batchId, row, personId, displayNumber, words, fast, support, notGiven = [] } = body
  return {
    ...{ is: 'intake', recordId: intakeId, batchId, at: body.deviceTime, row },
    person: {
      ...{ personId, displayNumber, sex: fast.sex, district: fast.homeDistrict, birthYear: birthYear(fast.birth) },
      ...{ givenNames: fast.names.givenNames, surname: fast.names.surname, words },
    },
    flags: fast.urgentFlags,
    given: support,
    notGiven: lackedIn(notGiven),
    household: household && { ...household, name: household.name || fast.names.surname },
    ...(body.knownPerson ? {} : { view: viewOf(intakeId, body) }),
  } satisfies LocalEffect
}

/** Undefined where the tablet has no room to note that the number is used. */
const numberAt = (post: PostCode): Promise<string | undefined> =>
  nextDisplayNumber(post).catch((problem: unknown) => {
    if (isStorageFull(problem)) return undefined
    throw problem
  })

/** What the tray shows its author, and all that opens the form again. */
const copyOf = (draft: IntakeDraft, body: PutIntake): OwnCopy => ({
  firstName: firstNameOf(body),
  displayNumber: body.displayNumber,
  typed: [
    { label: t('who.given-names'), answer: body.fast.names.givenNames },
    { label: t('who.surname'), answer: body.fast.names.surname },
    { label: t('who.sex'), answer: code(`sex.${body.fast.sex}`) },
    { label: t('consent.phone'), answer: body.fast.phone?.number ?? '' },
  ].filter(({ answer }) => answer !== ''),
  draft: valuesOf(draft),
})

/**
 * The mark goes by itself, once its intake is kept. False where it did not arrive, or was not kept: the intake stands all
 * the same, and its slip offers to try again.
 */
const keepMark = (draft: IntakeDraft): Promise<boolean> =>
  import('../proof/send-mark.ts').then(async ({ sendMark }) => (await sendMark(draft))?.ok !== false).catch(() => false)

/** Saves a draft without problems; it keeps its ids and its number, so that the same command can be sent again. */
export async function saveIntake(
  draft: IntakeDraft,
  desk: IntakeAtDesk,
  { send }: Sending,
  saved: (saved: SavedIntake) => void,
): Promise<void> {
  const { intakeId } = draft
  const held = heldNumberOf(draft)
  if (held === undefined) draft.displayNumber.value ??= await numberAt(desk.post)
  // the form hears of it as of every other record that found no room
  if (held === undefined && draft.displayNumber.value === undefined)
    return send(
      async () => storageFull,
      () => undefined,
    )
  const body = await bodyOf(draft, held ?? draft.displayNumber.value ?? '', desk)
  const put = (sent: PutIntake) => {
    const { batchId, row, personId, matches } = sent
    const about = [personId, ...matches.map(match => match.personId)]
    return submit(
      intakeRoutes.putIntake,
      { params: { intakeId }, body: sent },
      {
        recordId: intakeId,
        kind: 'intake',
        dependsOn: dependsOn(standing.value, { batchId, row, people: about, except: intakeId }),
        copy: copyOf(draft, sent),
        effect: effectOf(intakeId, sent, draft.household.value),
      },
    )
  }
  await send(
    async () => {
      const answer = await put(body)
      if (answer.ok || answer.offline || answer.word !== 'number-taken' || held !== undefined) return answer
      // Nothing was stored and no slip is printed yet: the same intake goes again under another number.
      draft.displayNumber.value = await numberUnderNewCode(desk.post)
      return put(await bodyOf(draft, draft.displayNumber.value, desk))
    },
    async submitted => {
      const { household, batchId } = draft
      const isMarkKept = body.proof === undefined || !('attachmentId' in body.proof) || (await keepMark(draft))
      if (household.value !== undefined)
        rememberFamily({
          ...household.value,
          name: household.value.name || body.fast.names.surname,
          batchId,
          homeDistrict: body.fast.homeDistrict,
        })
      void forgetDraft(draft)
      const { personId, displayNumber, support: granted } = body
      saved({
        ...(submitted.is === 'received' ? submitted.receipt : { personId, displayNumber, granted }),
        recordId: intakeId,
        language: draft.spokenIn.value ?? 'st',
        flags: body.fast.urgentFlags,
        staysHere: staysHere(draft, desk.today),
        firstName: firstNameOf(body),
        words: body.words,
        inFamily: household.value !== undefined,
        ...(isMarkKept ? {} : { sendMark: () => keepMark(draft) }),
      })
    },
  )
}

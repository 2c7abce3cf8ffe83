import { intakeRoutes } from '../../../../functions/intake/contract.ts'
import type { PostCode } from '../../../../functions/platform/places.ts'
import { call } from '../../api/client.ts'
import type { Sending } from '../../api/use-command.ts'
import { nextDisplayNumber, numberUnderNewCode } from '../../slips/number-maker.ts'
import { forgetDraft, rememberFamily } from './draft-keeper.ts'
import { heldNumberOf, staysHere } from './draft-problems.ts'
import { intakeBody } from './intake-body.ts'
import type { IntakeDraft } from './intake-draft.ts'
import type { SavedIntake } from './saved-intake.tsx'
import { textVersion } from './spoken-text.ts'
import type { Left } from './support-proposal.ts'

interface IntakeAtDesk {
  readonly post: PostCode
  /** The date in Lesotho. */
  readonly today: string
  readonly left: Left | undefined
}

/** Saves a draft without problems; it keeps its ids and its number, so that the same command can be sent again. */
export async function saveIntake(
  draft: IntakeDraft,
  { post, today, left }: IntakeAtDesk,
  { send }: Sending,
  saved: (saved: SavedIntake) => void,
): Promise<void> {
  const language = draft.spokenIn.value ?? 'st'
  const spoken = await textVersion(language)
  const held = heldNumberOf(draft)
  if (held === undefined) draft.displayNumber.value ??= await nextDisplayNumber(post)
  const displayNumber = held ?? draft.displayNumber.value ?? ''
  const body = intakeBody(draft, { today, textVersion: spoken, displayNumber, left })
  const put = (number: string) =>
    call(intakeRoutes.putIntake, {
      params: { intakeId: draft.intakeId },
      body: { ...body, displayNumber: number },
    })
  await send(
    async () => {
      const answer = await put(body.displayNumber)
      if (answer.ok || answer.offline || answer.word !== 'number-taken' || held !== undefined) return answer
      // Nothing was stored and no slip is printed yet: the same intake goes again under another number.
      draft.displayNumber.value = await numberUnderNewCode(post)
      return put(draft.displayNumber.value)
    },
    receipt => {
      const { household, batchId } = draft
      if (household.value !== undefined)
        rememberFamily({
          ...household.value,
          name: household.value.name || body.fast.names.surname,
          batchId,
          homeDistrict: body.fast.homeDistrict,
        })
      forgetDraft(draft)
      saved({
        receipt,
        language,
        flags: body.fast.urgentFlags,
        staysHere: staysHere(draft, today),
        firstName: body.fast.names.givenNames.split(/\s+/)[0] ?? '',
        inFamily: household.value !== undefined,
      })
    },
  )
}

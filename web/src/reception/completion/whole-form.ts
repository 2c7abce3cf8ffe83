/** The form of a completion as a whole: the full tier and the basic facts, and what is kept of it beside its record. */
import * as z from 'zod/mini'
import { afterCorrection } from '../../../../functions/registration/basic-facts.ts'
import type { CompletePerson } from '../../../../functions/registration/contract.ts'
import { afterFullTier } from '../../../../functions/registration/full-tier.ts'
import type { PersonView } from '../../../../functions/registration/person-view.ts'
import { changedIn, FormValues, type LineMakers, valuesIn } from '../kept/form-values.ts'
import { basicDraft } from './basic/basic-draft.ts'
import { completionDraft, personInput } from './completion-draft.ts'

/** `today`: the date in Lesotho. */
export const completionForm = ({ full = {}, fast }: Pick<PersonView, 'full' | 'fast'>, today: string) => ({
  draft: completionDraft(full, fast.homeDistrict),
  facts: basicDraft(fast, today),
})

/** People not to contact are lines of their own. */
export const lineMakers: LineMakers = {
  'draft.notToContact': ({ name = '', relation = '', phone = '' }) => personInput({ name, relation, phone }),
}

/** The form as it was opened, and what the officer changed in it. */
export const LeftCompletion = z.object({ opened: FormValues, values: FormValues })
export type LeftCompletion = z.infer<typeof LeftCompletion>

/** Of a command that came back from the server, which keeps no form: all that it would change in the record as it stands. */
export function valuesFrom({ full, cleared, basic }: CompletePerson, person: PersonView, today: string): FormValues {
  const wanted = {
    fast: afterCorrection(person.fast, basic),
    full: afterFullTier(person.full, full, cleared),
  }
  return changedIn(valuesIn(completionForm(person, today)), valuesIn(completionForm(wanted, today)))
}

export interface ChangedMeanwhile {
  /** The field's place in the form. */
  readonly place: string
  readonly before: string
  readonly now: string
  /** The officer changed it too. */
  readonly both: boolean
}

const shown = (value: FormValues[string] | undefined): string => (typeof value === 'string' ? value : '')

/** What stands otherwise in the record than when the officer opened it. */
export function changedMeanwhile({ opened, values }: LeftCompletion, person: PersonView, today: string) {
  const now = valuesIn(completionForm(person, today))
  return Object.entries(changedIn(opened, now)).map(
    ([place, value]): ChangedMeanwhile => ({
      ...{ place, before: shown(opened[place]), now: shown(value) },
      both: values[place] !== undefined && JSON.stringify(values[place]) !== JSON.stringify(value),
    }),
  )
}

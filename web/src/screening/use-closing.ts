/** Closing a record: by its button, by hiding the screen, or by leaving the page. Whichever comes first seals it, once. */
import { useEffect, useRef } from 'preact/hooks'
import type * as z from 'zod/mini'
import type { SealingKey } from '../../../functions/protection/contract.ts'
import type { Refused } from '../api/client.ts'
import { contentOf, namesPerson, type RecordForm } from './record-form.ts'
import { closeRecord, sendClosedRecords } from './sealed-records.ts'

interface Closing {
  /** Seals and sends; refused where there is too much text, and then the record stays open. */
  readonly close: () => Promise<Refused | undefined>
}

/** True where something was said or seen that must not be lost when the screen is hidden. */
const holdsSomething = (form: RecordForm): boolean =>
  namesPerson(form) &&
  form.ageGroup.value !== undefined &&
  (Object.keys(form.answers.value).length > 0 ||
    form.observations.value.length > 0 ||
    form.asksToSpeak.value === true ||
    form.ageGroup.value === 'CHILD')

/** A page that is left closes its record with the decision as it stands: the suggestion, or what the officer raised it to. */
export function useClosing(form: RecordForm, key: z.infer<typeof SealingKey>, officerId: string): Closing {
  const closed = useRef<string | undefined>(undefined)
  const close = async (): Promise<Refused | undefined> => {
    if (closed.current === form.screenId) return undefined
    closed.current = form.screenId
    const no = await closeRecord(contentOf(form, { officerId, interviewersOnDuty: key.interviewersOnDuty }), key)
    if (no === undefined) await sendClosedRecords()
    else closed.current = undefined
    return no
  }
  useEffect(
    () => () => {
      if (closed.current !== form.screenId && holdsSomething(form)) void close()
    },
    [form.screenId],
  )
  return { close }
}

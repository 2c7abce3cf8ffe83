/** Closing a record: by its button, by hiding the screen, or by leaving the page. Whichever comes first seals it, once. */
import { useSignalEffect } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import type * as z from 'zod/mini'
import type { SealingKey } from '../../../functions/protection/contract.ts'
import { onDuty } from './duty.ts'
import { holdOpen } from './record-database.ts'
import { contentOf, namesPerson, type RecordForm } from './record-form.ts'
import { sendClosedRecords } from './record-sending.ts'
import { type NotClosed, recordKeeper } from './sealed-records.ts'

/** True where something was said or seen that must not be lost when the screen is hidden. */
const holdsSomething = (form: RecordForm): boolean =>
  namesPerson(form) &&
  form.ageGroup.value !== undefined &&
  (Object.keys(form.answers.value).length > 0 ||
    form.observations.value.length > 0 ||
    form.asksToSpeak.value === true ||
    form.ageGroup.value === 'CHILD')

/**
 * Seals the form after every answer. A page that is left closes its record with the decision as it stands: the
 * suggestion, or what the officer raised it to. The answer closes it in good order.
 */
export function useClosing(
  form: RecordForm,
  key: z.infer<typeof SealingKey>,
  officerId: string,
): () => Promise<NotClosed> {
  const keeper = useMemo(() => recordKeeper(key), [form.screenId])
  const content = () => contentOf(form, { officerId, interviewersOnDuty: onDuty.value ?? 0 })
  useSignalEffect(() => {
    // too much text, or a full device, is said where the officer closes it
    if (holdsSomething(form)) void keeper.keep(content())
  })
  useEffect(() => {
    const letGo = holdOpen(form.screenId)
    return () => {
      const closing = holdsSomething(form) ? keeper.close(content()) : Promise.resolve(undefined)
      void closing.finally(letGo).then(sendClosedRecords)
    }
  }, [form.screenId])
  return () => keeper.close(content())
}

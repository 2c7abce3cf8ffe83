import { signal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import type { PostCode } from '../../../../functions/platform/places.ts'
import { tripsRoutes } from '../../../../functions/trips/contract.ts'
import { call } from '../../api/client.ts'
import { readDisplayNumber } from '../../slips/read-number.ts'
import { Choice } from '../../ui/choice.tsx'
import { TextField } from '../../ui/field.tsx'
import { useMove } from '../../ui/move-dialog.tsx'
import { t } from '../words.ts'
import { TripDialog } from './trip-dialog.tsx'

interface ApartFormProps {
  readonly post: PostCode
  readonly onSaved: (sentence: string) => void
  readonly onClose: () => void
}

/** Two slips whose holders do not ride together, or may again. It asks nothing else. */
export function ApartForm({ post, onSaved, onClose }: ApartFormProps) {
  const form = useMemo(
    () => ({ one: signal(''), other: signal(''), which: signal<'apart' | 'together' | undefined>('apart') }),
    [],
  )
  const sending = useMove()
  const [one, other] = [readDisplayNumber(form.one.value), readDisplayNumber(form.other.value)]
  const isSame = one !== undefined && one === other
  const save = () => {
    sending.tried()
    if (one === undefined || other === undefined || isSame) return
    const { id: pairId, body } = sending.makeCommand({
      pair: [one, other] as [string, string],
      apart: form.which.value !== 'together',
    })
    void sending.send(
      () => call(tripsRoutes.keepApart, { params: { post, pairId }, body }),
      () => onSaved(t('apart.saved')),
    )
  }
  const { problem } = sending
  return (
    <TripDialog title={t('apart.title')} act={t('apart.do')} sending={sending} onSave={save} onClose={onClose}>
      <p class="quiet">{t('apart.lead')}</p>
      <TextField
        label={t('apart.one')}
        capitals="characters"
        width="half"
        longest={30}
        value={form.one}
        problem={problem(one === undefined, t('add.number.problem'))}
      />
      <TextField
        label={t('apart.other')}
        capitals="characters"
        width="half"
        longest={30}
        value={form.other}
        problem={problem(other === undefined || isSame, t(isSame ? 'apart.same' : 'add.number.problem'))}
      />
      <Choice
        legend={t('apart.which')}
        options={[
          { value: 'apart', label: t('apart.which.apart') },
          { value: 'together', label: t('apart.which.together') },
        ]}
        value={form.which}
      />
    </TripDialog>
  )
}

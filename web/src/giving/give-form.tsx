import { useSignal } from '@preact/signals'
import { useState } from 'preact/hooks'
import { givingRoutes } from '../../../functions/support/giving-contract.ts'
import { itemCodes } from '../../../functions/support/items.ts'
import { call } from '../api/client.ts'
import { proofDraft, proofOf, proofProblem } from '../reception/proof/proof-draft.ts'
import { ProofPart } from '../reception/proof/proof-part.tsx'
import { Button, Buttons } from '../ui/button.tsx'
import { type FormEnds, MoveDialog, useMove } from '../ui/move-dialog.tsx'
import { LineFields, lineDraft, lineOf } from './line-fields.tsx'
import { whatWords } from './said.ts'
import { t } from './words.ts'

/** As many as a gift may name. */
const most = 12

/** Everything that is handed over now, with one proof for all of it (domain.md 4.5). */
export function GiveForm({ returnEventId, onSaved, onClose }: FormEnds & { readonly returnEventId: string }) {
  const drafts = useSignal([lineDraft()])
  const [proof] = useState(proofDraft)
  const moving = useMove()
  const chosen = drafts.value.map(({ item }) => item.value)

  const save = () => {
    moving.tried()
    const lines = drafts.value.map(lineOf).filter(line => line !== undefined)
    if (lines.length < drafts.value.length || proofProblem(proof) !== undefined) return
    const proved = proofOf(proof)
    const { id: giftId, body } = moving.makeCommand({
      support: lines,
      ...(proved === undefined ? {} : { proof: proved }),
    })
    const what = lines.map(({ item, quantity }) => whatWords(item, quantity)).join('; ')
    void moving.send(
      () => call(givingRoutes.giveSupport, { params: { returnEventId, giftId }, body }),
      () => onSaved(t('give.saved', { what })),
    )
  }
  return (
    <MoveDialog title={t('give.title')} act={t('give.do')} moving={moving} onSave={save} onClose={onClose}>
      {drafts.value.map((line, at) => (
        <fieldset key={line} class="line-fields">
          <legend>{t('give.line', { number: at + 1 })}</legend>
          <LineFields
            line={line}
            items={itemCodes.filter(code => code === chosen[at] || !chosen.includes(code))}
            problem={moving.problem}
          />
          {drafts.value.length === 1 ? null : (
            <Buttons>
              <Button kind="quiet" onPress={() => (drafts.value = drafts.value.filter(each => each !== line))}>
                {t('give.without', { number: at + 1 })}
              </Button>
            </Buttons>
          )}
        </fieldset>
      ))}
      {drafts.value.length === most ? null : (
        <Buttons>
          <Button onPress={() => (drafts.value = [...drafts.value, lineDraft()])}>{t('give.more')}</Button>
        </Buttons>
      )}
      <ProofPart
        draft={proof}
        seen={moving.problem(proofProblem(proof) !== undefined, 'missing') !== undefined}
        kinds={['WITNESS', 'DECLINED']}
      />
    </MoveDialog>
  )
}

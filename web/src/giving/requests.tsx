import { useSignal } from '@preact/signals'
import { useState } from 'preact/hooks'
import type { PostCode } from '../../../functions/platform/places.ts'
import { type AnswerRequest, givingRoutes, type RequestView } from '../../../functions/support/giving-contract.ts'
import { call } from '../api/client.ts'
import { useAnswer } from '../api/use-answer.ts'
import { amount, itemName } from '../code-lists/item-amount.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { proofDraft, proofOf, proofProblem } from '../reception/proof/proof-draft.ts'
import { ProofPart } from '../reception/proof/proof-part.tsx'
import { may } from '../sign-in/may.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { type FormEnds, MoveDialog, useMove } from '../ui/move-dialog.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { Table } from '../ui/table.tsx'
import { ReasonField } from './line-fields.tsx'
import { whatWords } from './said.ts'
import { t } from './words.ts'

const decisions = ['GRANT', 'REFUSE'] as const satisfies readonly AnswerRequest['decision'][]

function AnswerForm({ post, request, onSaved, onClose }: FormEnds & { post: PostCode; request: RequestView }) {
  const { requestId, item, quantity, displayNumber } = request
  const chosen = useSignal<(typeof decisions)[number] | undefined>(undefined)
  const reason = useSignal('')
  const [proof] = useState(proofDraft)
  const moving = useMove()
  const decision = chosen.value
  const isUnproved = decision === 'GRANT' && proofProblem(proof) !== undefined
  const why = reason.value.trim()
  const save = () => {
    moving.tried()
    if (decision === undefined || why === '' || isUnproved) return
    const proved = decision === 'GRANT' ? proofOf(proof) : undefined
    const { id: answerId, body } = moving.makeCommand({
      ...{ requestId, decision, reason: why },
      ...(proved === undefined ? {} : { proof: proved }),
    })
    void moving.send(
      () => call(givingRoutes.answerRequest, { params: { post, answerId }, body }),
      () => onSaved(t('answer.saved')),
    )
  }
  return (
    <MoveDialog title={t('answer.title')} act={t('answer.do')} moving={moving} onSave={save} onClose={onClose}>
      <p>
        <strong>{whatWords(item, quantity)}</strong>, {displayNumber}
      </p>
      <p>{request.reason}</p>
      <Choice
        legend={t('answer.which')}
        options={decisions.map(value => ({ value, label: t(`answer.${value}`) }))}
        value={chosen}
        problem={moving.problem(decision === undefined, t('problem.choose'))}
      />
      <ReasonField value={reason} problem={moving.problem(why === '', t('problem.reason'))} />
      {decision === 'GRANT' ? (
        <ProofPart
          draft={proof}
          seen={moving.problem(isUnproved, 'missing') !== undefined}
          kinds={['WITNESS', 'DECLINED']}
        />
      ) : null}
    </MoveDialog>
  )
}

/** What waits for a second person, and what was answered in the last two days. */
export function Requests({ post }: { post: PostCode }) {
  const { value, no, ask } = useAnswer(post, () => call(givingRoutes.listRequests, { params: { post } }))
  const opened = useSignal<RequestView | undefined>(undefined)
  const close = () => {
    opened.value = undefined
    ask()
  }
  const mayAnswer = may('support.answer', post)
  if (no !== undefined) return <NoNotice no={no} title={shared('refused.read')} onAgain={ask} />
  return (
    <>
      <Table
        caption={t('requests.title')}
        rows={value?.requests ?? []}
        rowKey={({ requestId }) => requestId}
        empty={t('requests.none')}
        columns={[
          { heading: t('col.number'), cell: ({ displayNumber }) => displayNumber },
          { heading: t('col.item'), cell: ({ item }) => itemName(item) },
          { heading: t('col.quantity'), figures: true, cell: ({ item, quantity }) => amount(item, quantity) },
          { heading: t('col.reason'), cell: ({ reason, answerReason }) => answerReason ?? reason },
          {
            heading: t('col.actions'),
            cell: request => {
              if (request.state !== 'OPEN') return t(`requests.${request.state}`)
              if (request.isOwn) return t('requests.own')
              return mayAnswer ? (
                <Button
                  label={`${t('answer.begin')}: ${request.displayNumber}, ${itemName(request.item)}`}
                  onPress={() => {
                    opened.value = request
                  }}
                >
                  {t('answer.begin')}
                </Button>
              ) : null
            },
          },
        ]}
      />
      {opened.value === undefined ? null : (
        <AnswerForm post={post} request={opened.value} onSaved={close} onClose={close} />
      )}
    </>
  )
}

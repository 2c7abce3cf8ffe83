import { useSignal } from '@preact/signals'
import type { PostCode } from '../../../functions/platform/places.ts'
import { receiptRoutes, type SampleView } from '../../../functions/support/receipt-contract.ts'
import { verificationFindings } from '../../../functions/support/verification-findings.ts'
import { call } from '../api/client.ts'
import { useAnswer } from '../api/use-answer.ts'
import { localTime } from '../i18n/local-time.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { TextField } from '../ui/field.tsx'
import { type FormEnds, MoveDialog, useMove } from '../ui/move-dialog.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { Table } from '../ui/table.tsx'
import { ReceiptLines } from './receipt-sheet.tsx'
import { worthWords } from './said.ts'
import { t } from './words.ts'

/** What the returnee is asked about: nobody compares with a number alone. */
function Written({ drawn: { receiptId, returnEventId } }: { drawn: SampleView }) {
  const { value, no, ask } = useAnswer(returnEventId, () =>
    call(receiptRoutes.readReceipts, { params: { returnEventId } }),
  )
  if (no !== undefined) return <NoNotice no={no} title={shared('refused.read')} onAgain={ask} />
  const receipt = value?.receipts.find(each => each.receiptId === receiptId)
  if (receipt === undefined) return <p class="quiet">{shared('app.loading')}</p>
  return (
    <>
      <ReceiptLines receipt={receipt} />
      <p>
        {t('receipt.worth')}: <strong>{worthWords(receipt.worth)}</strong>. {t('receipt.at')}:{' '}
        {localTime(receipt.issuedAt)}.
      </p>
    </>
  )
}

function VerifyForm({ post, drawn, onSaved, onClose }: FormEnds & { post: PostCode; drawn: SampleView }) {
  const { receiptId, issuedAt, receiptNumber } = drawn
  const chosen = useSignal<(typeof verificationFindings)[number] | undefined>(undefined)
  const typed = useSignal('')
  const moving = useMove()
  const found = chosen.value
  const note = typed.value.trim()
  const lacksNote = found === 'DIFFERS' && note === ''
  const save = () => {
    moving.tried()
    if (found === undefined || lacksNote) return
    const { id: verificationId, body } = moving.makeCommand({
      ...{ receiptId, issuedAt, found },
      ...(note === '' ? {} : { note }),
    })
    void moving.send(
      () => call(receiptRoutes.verifyReceipt, { params: { post, verificationId }, body }),
      () => onSaved(t('verify.saved')),
    )
  }
  return (
    <MoveDialog title={t('verify.title')} act={t('verify.do')} moving={moving} onSave={save} onClose={onClose}>
      <p>{t('receipt.title', { number: receiptNumber })}</p>
      <Written drawn={drawn} />
      <Choice
        legend={t('col.found')}
        options={verificationFindings.map(value => ({ value, label: t(`verify.${value}`) }))}
        value={chosen}
        problem={moving.problem(found === undefined, t('problem.choose'))}
      />
      <TextField
        label={t('verify.note')}
        optional={found !== 'DIFFERS'}
        lines={2}
        longest={600}
        value={typed}
        problem={moving.problem(lacksNote, t('verify.note.problem'))}
      />
    </MoveDialog>
  )
}

/** Receipts that were drawn, for the supervisor of the post. */
export function Sample({ post }: { post: PostCode }) {
  const { value, no, ask } = useAnswer(post, () => call(receiptRoutes.listSample, { params: { post } }))
  const opened = useSignal<SampleView | undefined>(undefined)
  const close = () => {
    opened.value = undefined
    ask()
  }
  if (no !== undefined) return <NoNotice no={no} title={shared('refused.read')} onAgain={ask} />
  const rows = value?.sample ?? []
  return (
    <>
      {rows.length === 0 ? null : <p>{t('sample.lead')}</p>}
      <Table
        caption={t('sample.title')}
        rows={rows}
        rowKey={({ receiptId }) => receiptId}
        empty={t('sample.none')}
        columns={[
          { heading: t('col.number'), cell: ({ receiptNumber }) => receiptNumber },
          { heading: t('receipt.at'), cell: ({ issuedAt }) => localTime(issuedAt) },
          { heading: t('col.seed'), cell: ({ seed }) => seed ?? t('sample.seed.later') },
          {
            heading: t('col.found'),
            cell: drawn =>
              drawn.found === undefined ? (
                <Button
                  label={`${t('verify.begin')}: ${drawn.receiptNumber}`}
                  onPress={() => {
                    opened.value = drawn
                  }}
                >
                  {t('verify.begin')}
                </Button>
              ) : (
                t(`verify.${drawn.found}`)
              ),
          },
        ]}
      />
      {opened.value === undefined ? null : (
        <VerifyForm post={post} drawn={opened.value} onSaved={close} onClose={close} />
      )}
    </>
  )
}

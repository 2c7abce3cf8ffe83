import { useSignal } from '@preact/signals'
import type { PostCode } from '../../../functions/platform/places.ts'
import { registrationRoutes } from '../../../functions/registration/contract.ts'
import { type ReceiptView, receiptRoutes } from '../../../functions/support/receipt-contract.ts'
import { call, type No } from '../api/client.ts'
import { useAnswer } from '../api/use-answer.ts'
import { amount, itemName } from '../code-lists/item-amount.ts'
import { localTime } from '../i18n/local-time.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { may } from '../sign-in/may.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { Notice } from '../ui/notice.tsx'
import { Table } from '../ui/table.tsx'
import { AskForm } from './ask-form.tsx'
import { GiveForm } from './give-form.tsx'
import { proofWords, ReceiptSheet } from './receipt-sheet.tsx'
import { worthWords } from './said.ts'
import { UndoForm } from './undo-form.tsx'
import { t } from './words.ts'

type Line = ReceiptView['lines'][number]

interface ReceiptProps {
  readonly receipt: ReceiptView
  readonly mayUndo: boolean
  readonly onUndo: (line: Line) => void
  readonly onPrint: () => void
}

const Receipt = ({ receipt, mayUndo, onUndo, onPrint }: ReceiptProps) => (
  <section class="panel">
    <Table
      caption={t('receipt.title', { number: receipt.receiptNumber })}
      rows={receipt.lines}
      rowKey={({ item, requestId }) => `${item} ${requestId}`}
      columns={[
        { heading: t('col.item'), cell: ({ item }) => itemName(item) },
        { heading: t('col.quantity'), figures: true, cell: ({ item, quantity }) => amount(item, quantity) },
        {
          heading: t('col.worth'),
          figures: true,
          cell: ({ worth }) => (worth === undefined ? undefined : worthWords(worth)),
        },
        ...(receipt.lines.some(({ projectCode }) => projectCode !== undefined)
          ? [{ heading: t('col.project'), cell: ({ projectCode }: Line) => projectCode }]
          : []),
        { heading: t('col.state'), cell: ({ state }) => t(`state.${state}`) },
        ...(mayUndo && receipt.lines.some(({ state }) => state === 'ISSUED')
          ? [
              {
                heading: t('col.actions'),
                cell: (line: Line) =>
                  line.state === 'ISSUED' ? (
                    <Button label={`${t('receipt.undo')}: ${itemName(line.item)}`} onPress={() => onUndo(line)}>
                      {t('receipt.undo')}
                    </Button>
                  ) : null,
              },
            ]
          : []),
      ]}
    />
    <p>
      {t('receipt.worth')}: <strong>{worthWords(receipt.worth)}</strong>. {t('receipt.at')}:{' '}
      {localTime(receipt.issuedAt)}. {t('receipt.proof')}: {proofWords(receipt)}.
    </p>
    <Buttons>
      <Button onPress={onPrint}>{t('receipt.print')}</Button>
    </Buttons>
  </section>
)

type Opened = { readonly form: 'give' | 'ask' } | { readonly form: 'undo'; readonly line: Line }

function Person({ post, returnEventId }: { post: PostCode; returnEventId: string }) {
  const { value, no, ask } = useAnswer(returnEventId, async () => {
    const answer = await call(receiptRoutes.readReceipts, { params: { returnEventId } })
    // who was given nothing has no receipts, and is given something here
    return !answer.ok && !answer.offline && answer.word === 'not-found'
      ? { ok: true as const, value: { receipts: [] } }
      : answer
  })
  const opened = useSignal<Opened | undefined>(undefined)
  const saved = useSignal<string | undefined>(undefined)
  const printed = useSignal<ReceiptView | undefined>(undefined)
  const close = () => {
    opened.value = undefined
    ask()
  }
  const ends = {
    onClose: close,
    onSaved: (sentence: string) => {
      saved.value = sentence
      close()
    },
  }
  const form = opened.value
  return (
    <>
      {saved.value === undefined ? null : (
        <Notice kind="good">
          <p>{saved.value}</p>
        </Notice>
      )}
      {no === undefined ? null : <NoNotice no={no} title={shared('refused.read')} onAgain={ask} />}
      {value?.receipts.length === 0 ? <p>{t('person.none')}</p> : null}
      {value?.receipts.map(receipt => (
        <Receipt
          key={receipt.receiptId}
          receipt={receipt}
          mayUndo={may('support.reverse', post)}
          onUndo={line => {
            opened.value = { form: 'undo', line }
          }}
          onPrint={() => {
            printed.value = receipt
            setTimeout(() => print())
          }}
        />
      ))}
      {value === undefined ? null : (
        <Buttons>
          <Button kind="primary" onPress={() => (opened.value = { form: 'give' })}>
            {t('person.give')}
          </Button>
          <Button onPress={() => (opened.value = { form: 'ask' })}>{t('person.ask')}</Button>
        </Buttons>
      )}
      {printed.value === undefined ? null : <ReceiptSheet receipt={printed.value} />}
      {form?.form === 'undo' ? <UndoForm post={post} returnEventId={returnEventId} line={form.line} {...ends} /> : null}
      {form?.form === 'give' ? <GiveForm returnEventId={returnEventId} {...ends} /> : null}
      {form?.form === 'ask' ? <AskForm returnEventId={returnEventId} {...ends} /> : null}
    </>
  )
}

/** By the number on their slip: nobody is searched for by name to be given something. */
export function PersonSupport({ post }: { post: PostCode }) {
  const typed = useSignal('')
  const found = useSignal<string | undefined>(undefined)
  const no = useSignal<No | undefined>(undefined)
  const asked = useSignal(false)
  const find = async () => {
    asked.value = true
    const displayNumber = typed.value.trim().toUpperCase()
    if (displayNumber === '') return
    const answer = await call(registrationRoutes.findByNumber, { body: { displayNumber } })
    no.value = answer.ok ? undefined : answer
    found.value = answer.ok ? answer.value.returnEventId : undefined
  }
  return (
    <section class="stack">
      <h2>{t('find.title')}</h2>
      <form
        class="stack"
        onSubmit={event => {
          event.preventDefault()
          void find()
        }}
      >
        <TextField
          label={t('find.number')}
          capitals="characters"
          width="half"
          longest={20}
          value={typed}
          problem={asked.value && typed.value.trim() === '' ? t('find.problem') : undefined}
        />
        <Buttons>
          <Button kind="primary" onPress={() => void find()}>
            {t('find.do')}
          </Button>
        </Buttons>
      </form>
      {no.value === undefined ? null : <NoNotice no={no.value} title={shared('refused.search')} />}
      {found.value === undefined ? null : <Person key={found.value} post={post} returnEventId={found.value} />}
    </section>
  )
}

import { type Signal, signal, useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { arrivalsRoutes, type OpenBatch } from '../../../functions/arrivals/contract.ts'
import {
  type ReturnType,
  returnTypes,
  type SendingFacility,
  sendingFacilities,
  type Transport,
  transports,
} from '../../../functions/registration/code-lists.ts'
import { commandMaker } from '../api/command-maker.ts'
import { useCommand } from '../api/use-command.ts'
import { code } from '../code-lists/words.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { Page } from '../ui/page.tsx'
import { batchPath, deskPath, usePost } from './desk-address.ts'
import { useKeptForm } from './kept/form-keeper.ts'
import { submit } from './kept/submit.ts'
import { readCount } from './read-count.ts'
import { t } from './words.ts'

const typed = (text: Signal<string>): string | undefined => (text.value.trim() === '' ? undefined : text.value.trim())

/** For the tray: what its author finds there. */
const typedIn = (content: Pick<OpenBatch, 'transport' | 'sendingFacility' | 'declaredHeadcount'>) => [
  { label: t('open.transport'), answer: code(`transport.${content.transport}`) },
  { label: t('open.facility'), answer: code(`facility.${content.sendingFacility}`) },
  { label: t('open.declared'), answer: String(content.declaredHeadcount) },
]

const formOf = (refused?: OpenBatch) => ({
  transport: signal<Transport | undefined>(refused?.transport),
  facility: signal<SendingFacility | undefined>(refused?.sendingFacility),
  returnType: signal<ReturnType | undefined>(refused?.returnType),
  declared: signal(refused === undefined ? '' : String(refused.declaredHeadcount)),
  escort: signal(refused?.escortAgency ?? ''),
  listNumber: signal(refused?.manifestNumber ?? ''),
})

interface OpenBatchFormProps {
  /** An arrival that was refused: saved again it keeps its id, since all that was captured of it names it. */
  readonly refused?: { readonly batchId: string; readonly body: OpenBatch }
  readonly onSaved: (batchId: string) => void
}

export function OpenBatchForm({ refused, onSaved }: OpenBatchFormProps) {
  const post = usePost()
  const { busy, no, send } = useCommand()
  const asked = useSignal(false)
  const form = useMemo(() => formOf(refused?.body), [])
  const kept = useKeptForm(refused === undefined ? `arrival ${post}` : `correction ${refused.batchId}`, form)
  const command = useMemo(() => commandMaker(kept.recordId), [])
  const { transport, facility, returnType, declared, escort, listNumber } = form
  const count = readCount(declared.value)

  const save = () => {
    asked.value = true
    if (
      transport.value === undefined ||
      facility.value === undefined ||
      returnType.value === undefined ||
      count === undefined
    )
      return
    const content = {
      post,
      transport: transport.value,
      sendingFacility: facility.value,
      returnType: returnType.value,
      declaredHeadcount: count,
      escortAgency: typed(escort),
      manifestNumber: typed(listNumber),
    }
    const { id, body } = command(content)
    const batchId = refused?.batchId ?? id
    const openedAt = body.deviceTime
    void send(
      () =>
        submit(
          arrivalsRoutes.openBatch,
          { params: { batchId }, body },
          {
            recordId: batchId,
            kind: 'batch',
            dependsOn: [],
            copy: { typed: typedIn(content) },
            effect: {
              ...{ is: 'batch', recordId: batchId, batchId, at: openedAt },
              batch: { ...content, batchId, state: 'EXPECTED', openedAt, revision: 0 },
            },
          },
        ),
      () => {
        kept.forget()
        onSaved(batchId)
      },
    )
  }
  const missing = (value: unknown) => (asked.value && value === undefined ? t('open.choose') : undefined)
  return (
    <>
      <Choice
        legend={t('open.transport')}
        columns={3}
        options={transports.map(value => ({ value, label: code(`transport.${value}`) }))}
        value={transport}
        problem={missing(transport.value)}
      />
      <Choice
        legend={t('open.facility')}
        columns={3}
        options={sendingFacilities.map(value => ({ value, label: code(`facility.${value}`) }))}
        value={facility}
        problem={missing(facility.value)}
      />
      <SelectField
        label={t('open.return-type')}
        options={returnTypes.map(value => ({ value, label: code(`return.${value}`) }))}
        value={returnType}
        problem={missing(returnType.value)}
      />
      <TextField
        label={t('open.declared')}
        inputMode="numeric"
        width="short"
        longest={4}
        value={declared}
        problem={asked.value && count === undefined ? t('open.declared.problem') : undefined}
      />
      <TextField label={t('open.escort')} hint={t('open.escort.hint')} optional value={escort} />
      <TextField label={t('open.list-number')} optional width="half" value={listNumber} />
      {no.value === undefined ? null : <NoNotice no={no.value} onAgain={save} />}
      <Buttons>
        <Button kind="primary" busy={busy.value} onPress={save}>
          {t('open.do')}
        </Button>
      </Buttons>
    </>
  )
}

/** Opens an arrival before anybody is counted: a bus is never kept waiting for a number (domain.md 1.1). */
export function OpenBatchPage() {
  const post = usePost()
  const { route } = useLocation()
  return (
    <Page title={t('open.title')} back={deskPath(post)}>
      <OpenBatchForm onSaved={batchId => route(batchPath(post, batchId), true)} />
    </Page>
  )
}

import { useSignal } from '@preact/signals'
import type * as z from 'zod/mini'
import { auditRoutes } from '../../../functions/audit/contract.ts'
import { call } from '../api/client.ts'
import { useCommand } from '../api/use-command.ts'
import { localTime } from '../i18n/local-time.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { Page } from '../ui/page.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { doneInWords } from './done-in-words.ts'
import { t } from './words.ts'

type Lines = z.infer<typeof auditRoutes.readAudit.response>
type Line = Lines['lines'][number]

interface Found extends Lines {
  readonly subjectId: string
}

/** An entry of a change names its command; one of a read has none. */
const columns = (): readonly Column<Line>[] => [
  { heading: t('column.at'), cell: ({ at }) => localTime(at) },
  { heading: t('column.officer'), cell: ({ officerId }) => officerId },
  { heading: t('column.roles'), cell: ({ roles }) => roles.join(', ') },
  {
    heading: t('column.kind'),
    cell: ({ commandId }) => t(commandId === undefined ? 'kind.read' : 'kind.changed'),
  },
  { heading: t('column.action'), cell: ({ action }) => doneInWords(action) },
  { heading: t('column.command'), cell: ({ commandId }) => commandId },
]

/**
 * For the auditor: who read or changed one record, newest first, a page at a time. What was asked stands in the tab
 * alone, not in its address.
 */
export function AuditDesk() {
  const typed = useSignal('')
  const problem = useSignal(false)
  const found = useSignal<Found | undefined>(undefined)
  const { busy, no, send } = useCommand()

  const ask = (subjectId: string, earlier: Found | undefined) => {
    const query = earlier?.next === undefined ? {} : { from: earlier.next }
    void send(
      () => call(auditRoutes.readAudit, { params: { subjectId }, query }),
      page => {
        found.value = { ...page, subjectId, lines: [...(earlier?.lines ?? []), ...page.lines] }
      },
    )
  }
  const show = () => {
    const params = auditRoutes.readAudit.params.safeParse({ subjectId: typed.value.trim() })
    problem.value = !params.success
    if (!params.success) return
    found.value = undefined
    ask(params.data.subjectId, undefined)
  }
  const shown = found.value
  return (
    <Page title={t('desk.title')} back="/" lead={t('desk.lead')} wide>
      <TextField
        label={t('ask.id')}
        hint={t('ask.id.hint')}
        longest={120}
        value={typed}
        problem={problem.value ? t('ask.id.problem') : undefined}
      />
      <Buttons>
        <Button kind="primary" busy={busy.value} onPress={show}>
          {t('ask.do')}
        </Button>
      </Buttons>
      {no.value === undefined ? null : (
        <NoNotice
          no={no.value}
          title={shared('refused.read')}
          onAgain={shown === undefined ? show : () => ask(shown.subjectId, shown)}
        />
      )}
      {shown === undefined ? null : (
        <section class="stack">
          <p class="quiet">{shown.subjectId}</p>
          <Table
            caption={t('lines.title')}
            columns={columns()}
            rows={shown.lines}
            rowKey={line => shown.lines.indexOf(line)}
            empty={t('lines.none')}
          />
          {shown.next === undefined ? null : (
            <Buttons>
              <Button busy={busy.value} onPress={() => ask(shown.subjectId, shown)}>
                {t('lines.more')}
              </Button>
            </Buttons>
          )}
        </section>
      )}
    </Page>
  )
}

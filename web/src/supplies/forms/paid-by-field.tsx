import type { Signal } from '@preact/signals'
import { budgetsRoutes } from '../../../../functions/budgets/contract.ts'
import { type Fund, fundOfLine, isMaskedLine } from '../../../../functions/supplies/lot-name.ts'
import { call } from '../../api/client.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { t as shared } from '../../i18n/shared-words.ts'
import { SelectField } from '../../ui/field.tsx'
import { NoNotice } from '../../ui/no-notice.tsx'
import { t } from '../words.ts'

/** The lines of the projects that are open, but those that pay for nothing in a store. Nothing where there is none. */
export function PaidByField({ value }: { value: Signal<Fund | undefined> }) {
  const { value: read, no, ask } = useAnswer('projects', () => call(budgetsRoutes.listProjects, {}))
  if (no !== undefined && read === undefined)
    return <NoNotice no={no} title={t('receive.paid-by.not-shown')} onAgain={ask} />
  if (read === undefined) return <p class="quiet">{shared('app.loading')}</p>
  const lines = read.projects
    .filter(({ state }) => state === 'OPEN')
    .flatMap(({ projectCode, lines }) =>
      lines.flatMap(({ lineCode, title }) =>
        title === undefined || isMaskedLine(lineCode) ? [] : [{ fund: fundOfLine(projectCode, lineCode), title }],
      ),
    )
  if (lines.length === 0) return null
  return (
    <SelectField
      label={t('receive.paid-by')}
      hint={t('receive.paid-by.hint')}
      optional
      options={lines.map(({ fund, title }) => ({
        value: fund,
        label: t('receive.paid-by.line', { fund, title }),
      }))}
      value={value}
    />
  )
}

import { useRoute } from 'preact-iso'
import { reportNames, reportsRoutes } from '../../../functions/reports/contract.ts'
import { call } from '../api/client.ts'
import { useAnswer } from '../api/use-answer.ts'
import { localTime } from '../i18n/local-time.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { inLanguage } from '../i18n/words.ts'
import { NoNotice } from '../ui/no-notice.tsx'
import { Page } from '../ui/page.tsx'
import { DownloadButtons } from './download-buttons.tsx'
import { ReportChart } from './report-chart.tsx'
import { ReportTableView } from './report-table.tsx'
import { t } from './words.ts'

/** One report as chart, table and files. Without a name in the address it is the first. */
export function ReportPage() {
  const report = useRoute().params['report'] ?? reportNames[0]
  const { value: table, no, ask } = useAnswer(report, () => call(reportsRoutes.readReport, { params: { report } }))
  return (
    <Page
      wide
      title={table === undefined ? shared('home.reports') : inLanguage(table.title)}
      back="/"
      lead={table === undefined ? undefined : t('report.as-of', { time: localTime(table.asOf) })}
    >
      {no === undefined ? null : <NoNotice no={no} title={shared('refused.read')} onAgain={ask} />}
      {table === undefined ? (
        no === undefined ? (
          <p class="quiet">{shared('app.loading')}</p>
        ) : null
      ) : (
        <>
          <DownloadButtons report={report} />
          {table.rows.length === 0 ? <p class="quiet">{t('report.empty')}</p> : <ReportChart table={table} />}
          <ReportTableView table={table} />
        </>
      )}
    </Page>
  )
}

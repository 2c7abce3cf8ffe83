import { useSignal } from '@preact/signals'
import { reportsRoutes } from '../../../functions/reports/contract.ts'
import { callForFile, type No } from '../api/client.ts'
import { language } from '../i18n/language.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { saveFile } from '../ui/save-file.ts'
import { t } from './words.ts'

const [xlsx, csv] = reportsRoutes.downloadReport.files
const formats = [
  { format: 'xlsx', mediaType: xlsx },
  { format: 'csv', mediaType: csv },
] as const
type Format = (typeof formats)[number]

/** The same table as a file. */
export function DownloadButtons({ report }: { report: string }) {
  const asked = useSignal<Format['format'] | undefined>(undefined)
  const no = useSignal<No | undefined>(undefined)
  const download = async ({ format, mediaType }: Format) => {
    if (asked.value !== undefined) return
    asked.value = format
    no.value = undefined
    const asking = { params: { report }, query: { format, language: language.value } }
    const answer = await callForFile(reportsRoutes.downloadReport, asking, mediaType).finally(() => {
      asked.value = undefined
    })
    if (answer.ok) saveFile(answer.value)
    else no.value = answer
  }
  return (
    <>
      <Buttons>
        {formats.map(each => (
          <Button key={each.format} busy={asked.value === each.format} onPress={() => void download(each)}>
            {t(`report.${each.format}`)}
          </Button>
        ))}
      </Buttons>
      {no.value === undefined ? null : <NoNotice no={no.value} title={t('report.download.no')} />}
    </>
  )
}

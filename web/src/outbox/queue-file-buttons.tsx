/** The whole queue out to a file and in from one, for a tablet whose network does not come back. */
import { useSignal } from '@preact/signals'
import { Notice } from '../ui/notice.tsx'
import { saveFile } from '../ui/save-file.ts'
import { sendNow } from './background-sending.ts'
import { tellChange } from './outbox-news.ts'
import { queueFile, takeInQueue } from './queue-file.ts'
import { t } from './words.ts'

/** The name says nothing but what it is. */
export const saveQueueFile = async (): Promise<void> =>
  saveFile({ name: 'kamohelo-queue.json', content: await queueFile() })

export function TakeInQueueFile() {
  const says = useSignal<string | undefined>(undefined)
  const takeIn = async (file: File) => {
    const taken = await takeInQueue(await file.text())
    if (taken === undefined) says.value = t('list.file.in.none')
    else says.value = taken === 'storage-full' ? t('list.file.in.full') : t('list.file.in.done', { count: taken })
    await tellChange('kept')
    await sendNow()
  }
  return (
    <section class="panel">
      <div class="field">
        <label class="file-choice">
          <span>{t('list.file.in')}</span>
          <input
            type="file"
            accept="application/json,.json"
            onChange={event => {
              const [file] = event.currentTarget.files ?? []
              event.currentTarget.value = ''
              if (file !== undefined) void takeIn(file)
            }}
          />
          <span class="button button-secondary" aria-hidden="true">
            {t('list.file.choose')}
          </span>
        </label>
      </div>
      {says.value === undefined ? null : (
        <Notice>
          <p>{says.value}</p>
        </Notice>
      )}
    </section>
  )
}

import { useSignal } from '@preact/signals'
import { maseruDate } from '../../../../functions/platform/clock.ts'
import { ButtonLink, Buttons } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { batchPath, useBatchId, usePost } from '../desk-address.ts'
import { useBatch } from '../kept/use-known.ts'
import { ChooseList, type ReadFile } from './choose-list.tsx'
import { ChosenList } from './chosen-list.tsx'
import { t } from './words.ts'

const ToBatch = ({ back }: { back: string }) => (
  <Buttons>
    <ButtonLink kind="primary" href={back}>
      {t('list.to-batch')}
    </ButtonLink>
  </Buttons>
)

/**
 * Import of the list a sending office typed. The device reads it by the same rules as the server, so that the officer
 * sees every row's result before anything is sent; the server's own reading is shown once it is stored. An arrival
 * takes one list.
 */
export function ManifestPage() {
  const post = usePost()
  const batchId = useBatchId()
  const back = batchPath(post, batchId)
  const file = useSignal<ReadFile | undefined>(undefined)
  const { value: view } = useBatch(batchId)
  const listed = view?.rows.length ?? 0
  // what was just imported here stays on screen with every row's result
  const isOurs = file.value !== undefined

  if (listed > 0 && !isOurs)
    return (
      <Page title={t('list.title')} back={back}>
        <Notice kind="look" title={t('list.there')}>
          <p>{t('list.there.what', { count: listed })}</p>
          <ToBatch back={back} />
        </Notice>
      </Page>
    )
  return (
    <Page title={t('list.title')} lead={t('list.lead')} back={back} wide>
      <ChooseList
        arrivedOn={maseruDate(new Date(view?.batch.openedAt ?? Date.now()))}
        onRead={read => {
          file.value = read
        }}
      />
      {file.value === undefined ? null : (
        <ChosenList
          key={file.value.key}
          batchId={batchId}
          manifestId={file.value.key}
          file={file.value}
          action={t('list.do')}
        >
          {({ importedBefore }) => (
            <Notice kind="good" title={t(importedBefore ? 'list.stored-before' : 'list.stored')}>
              <ToBatch back={back} />
            </Notice>
          )}
        </ChosenList>
      )}
    </Page>
  )
}

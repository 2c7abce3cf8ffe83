/** `/unsent`: what this tablet sends, as it stands. Open to whoever holds the tablet: names are their officer's alone. */
import { useLocation } from 'preact-iso'
import { StorageNotice } from '../device/storage-notice.tsx'
import { working } from '../device/working.ts'
import { canSend, session, signedIn } from '../sign-in/session.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { unlockedOfficer } from '../vault/vault.ts'
import { BackFromServer } from './back-from-server.tsx'
import { sendNow } from './background-sending.ts'
import { correcting, correctionAddress, type ToCorrect, toCorrect } from './correction.ts'
import { OutboxList } from './outbox-list.tsx'
import { unsent } from './outbox-news.ts'
import { saveQueueFile, TakeInQueueFile } from './queue-file-buttons.tsx'
import { t } from './words.ts'

export function UnsentPage() {
  const { route } = useLocation()
  const correct = (record: ToCorrect | undefined) => {
    const address = correctionAddress(session.value?.grants ?? [])
    if (record === undefined || address === undefined) return
    correcting.value = record
    route(address)
  }
  const officerId = session.value?.officerId
  return (
    <Page title={t('list.title')} back="/" lead={unlockedOfficer() === undefined ? t('list.locked') : undefined}>
      <StorageNotice />
      {unsent.value === 0 || !canSend.value ? null : (
        <Buttons>
          <Button kind="primary" onPress={() => void sendNow()}>
            {t('list.send')}
          </Button>
        </Buttons>
      )}
      <OutboxList onCorrect={(row, copy) => correct(toCorrect(row, copy))} onFile={() => void saveQueueFile()} />
      {officerId !== undefined && signedIn.value?.officerId === officerId && working.value?.by !== 'choice' ? (
        <BackFromServer key={officerId} onOpen={correct} />
      ) : null}
      <TakeInQueueFile />
    </Page>
  )
}

/** Where the tray of a tablet would be: what was saved, each with its state, and nothing that sends. */
import { localTime } from '../i18n/local-time.ts'
import { t as tray } from '../outbox/words.ts'
import { deskPath, usePost } from '../reception/desk-address.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import { type PractisedRecord, practised } from './practice-records.ts'
import { t } from './words.ts'

const Line = ({ record: { kind, copy, savedAt } }: { record: PractisedRecord }) => (
  <li class="panel">
    <div>
      <h2>{copy.firstName ?? tray(`kind.${kind}`)}</h2>
      <p class="quiet">{tray('row.saved', { time: localTime(savedAt) })}</p>
    </div>
    <StatusBadge tone="plain">{t('tray.state')}</StatusBadge>
    {copy.displayNumber === undefined ? null : <p>{tray('row.number', { number: copy.displayNumber })}</p>}
  </li>
)

export function PracticeTray() {
  const post = usePost()
  return (
    <Page title={t('tray.title')} lead={t('tray.lead')} back={deskPath(post)}>
      {practised.value.length === 0 ? (
        <p class="quiet">{t('tray.none')}</p>
      ) : (
        <>
          <ul class="doors">
            {practised.value.map(record => (
              <Line key={record.recordId} record={record} />
            ))}
          </ul>
          <Buttons>
            <Button onPress={() => location.assign(deskPath(post))}>{t('tray.again')}</Button>
          </Buttons>
        </>
      )}
    </Page>
  )
}

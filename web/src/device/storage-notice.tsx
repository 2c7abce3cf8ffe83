import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { Button, Buttons } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { askToKeep, readStorageRoom, type StorageRoom } from './storage-room.ts'
import { t } from './words.ts'

/** Asks that what is saved may stay, and warns before there is no room. Nothing where all is well. */
export function StorageNotice() {
  const room = useSignal<StorageRoom | undefined>(undefined)
  const declined = useSignal(false)
  const look = () =>
    void readStorageRoom().then(read => {
      room.value = read
    })
  useEffect(look, [])
  const ask = async () => {
    declined.value = !(await askToKeep())
    look()
  }
  return (
    <>
      {room.value?.isKept === false ? (
        <Notice title={t('storage.ask.title')}>
          <p>{t(declined.value ? 'storage.ask.no' : 'storage.ask')}</p>
          <Buttons>
            <Button onPress={() => void ask()}>{t('storage.ask.do')}</Button>
          </Buttons>
        </Notice>
      ) : null}
      {room.value?.isNearlyFull === true ? (
        <Notice kind="look" title={t('storage.full.title')}>
          <p>{t('storage.full')}</p>
        </Notice>
      ) : null}
    </>
  )
}

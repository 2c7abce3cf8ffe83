import { useSignal } from '@preact/signals'
import { t as shared } from '../i18n/shared-words.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { loadedPart } from '../ui/loaded-part.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { useNumberSearch } from './use-number-search.ts'
import { t } from './words.ts'

const ScanSlip = loadedPart(async () => (await import('./scan/scan-slip.tsx')).ScanSlip)

/** Opens a person by the slip they hold before the camera; what that takes is fetched when it is asked for. */
export function ScanPart() {
  const isOn = useSignal(false)
  const { no, open } = useNumberSearch()
  return (
    <>
      {isOn.value ? (
        <ScanSlip
          onFound={number => {
            isOn.value = false
            open(number)
          }}
        />
      ) : null}
      {no.value === undefined ? null : <NoNotice no={no.value} title={shared('refused.search')} />}
      <Buttons>
        <Button
          onPress={() => {
            isOn.value = !isOn.value
          }}
        >
          {t(isOn.value ? 'find.scan.stop' : 'find.scan')}
        </Button>
      </Buttons>
    </>
  )
}

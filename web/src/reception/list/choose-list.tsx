import { useSignal } from '@preact/signals'
import { type ManifestReading, readManifest } from '../../../../functions/arrivals/manifest.ts'
import { newId } from '../../api/new-id.ts'
import { decodeText } from './decode-text.ts'
import { t } from './words.ts'

export interface ReadFile {
  /** Of one choice of a file; the id of the list that it becomes. */
  readonly key: string
  readonly text: string
  readonly reading: ManifestReading
}

/** The device reads it by the same rules as the server; ages are true on the day the arrival was opened, as there. */
export const readList = (text: string, arrivedOn: string): ReadFile => ({
  key: newId(),
  text,
  reading: readManifest(text, { arrivedOn }),
})

interface ChooseListProps {
  /** `YYYY-MM-DD` */
  readonly arrivedOn: string
  /** Undefined while another file is chosen, and where it cannot be read. */
  readonly onRead: (file: ReadFile | undefined) => void
}

/** The browser's own field says "Choose file" in the language of the device: it is there, and the words are ours. */
export function ChooseList({ arrivedOn, onRead }: ChooseListProps) {
  const name = useSignal<string | undefined>(undefined)
  const unreadable = useSignal(false)
  const choose = async (chosen: File | undefined) => {
    name.value = chosen?.name
    unreadable.value = false
    onRead(undefined)
    if (chosen === undefined) return
    try {
      onRead(readList(decodeText(new Uint8Array(await chosen.arrayBuffer())), arrivedOn))
    } catch {
      unreadable.value = true // a file that went away while it was read
    }
  }
  return (
    <>
      <div class="field">
        <label class="file-choice">
          <span>{t('list.file')}</span>
          <input
            type="file"
            accept=".csv,.txt,text/csv,text/plain"
            onChange={event => void choose(event.currentTarget.files?.[0])}
          />
          <span class="button button-secondary" aria-hidden="true">
            {t('list.choose')}
          </span>
          <span class="quiet">{name.value ?? t('list.none-chosen')}</span>
        </label>
      </div>
      {unreadable.value ? <p class="field-says">{t('list.unreadable')}</p> : null}
    </>
  )
}

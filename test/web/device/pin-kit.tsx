/** The forms of a PIN on a page of their own. */
import { render } from 'preact'
import { ChangePin, ChoosePin, TypePin } from '../../../web/src/device/pin-forms.tsx'
import { StorageNotice } from '../../../web/src/device/storage-notice.tsx'
import { language } from '../../../web/src/i18n/language.ts'
import { setByServer } from '../../../web/src/vault/kept-clock.ts'
import { lock, unlockedOfficer } from '../../../web/src/vault/vault.ts'
import { vaultStore } from '../../../web/src/vault/vault-store.ts'
import '../../../web/src/ui/tokens.css'
import '../../../web/src/ui/frame.css'
import '../../../web/src/ui/header.css'
import '../../../web/src/ui/controls.css'
import '../../../web/src/ui/forms.css'
import '../../../web/src/ui/display.css'

const officer = { officerId: 'officer-1', name: 'Palesa Mokhethi' }
const forms = {
  choose: <ChoosePin officer={officer} onDone={() => show('done')} />,
  type: <TypePin officerId={officer.officerId} onOpen={() => show('done')} />,
  change: <ChangePin officerId={officer.officerId} />,
  storage: <StorageNotice />,
  done: <p>done</p>,
}

function show(form: keyof typeof forms): void {
  const place = document.getElementById('kit')
  if (place === null) return
  render(null, place)
  render(
    <main class="page">
      <h1>Kit</h1>
      {forms[form]}
    </main>,
    place,
  )
}

const pinKit = {
  show,
  lock,
  unlockedOfficer,
  speak(spoken: 'en' | 'st-LS') {
    language.value = spoken
  },
  givePass: () =>
    vaultStore.putPass(
      { officerId: officer.officerId, share: new Uint8Array(32).fill(1), until: Date.now() + 3_600_000, groups: [] },
      setByServer(Date.now(), Date.now()),
    ),
}
export type PinKit = typeof pinKit

Object.assign(globalThis, { pinKit })

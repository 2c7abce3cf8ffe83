/** The reception desk on a page of its own, on an enrolled tablet, with a PIN's vault and no server. */
import { render } from 'preact'
import { LocationProvider, Route, Router } from 'preact-iso'
import { BoardDesk } from '../../../../web/src/board/board-desk.tsx'
import { keepEnrolment, loadThisDevice } from '../../../../web/src/device/this-device.ts'
import { working } from '../../../../web/src/device/working.ts'
import { language } from '../../../../web/src/i18n/language.ts'
import { correcting, correctionAddress, toCorrect } from '../../../../web/src/outbox/correction.ts'
import { OutboxList } from '../../../../web/src/outbox/outbox-list.tsx'
import { followOutbox, tellChange } from '../../../../web/src/outbox/outbox-news.ts'
import { OutboxRow } from '../../../../web/src/outbox/outbox-row.ts'
import { outboxStore } from '../../../../web/src/outbox/outbox-store.ts'
import type { RecordAnswer } from '../../../../web/src/outbox/parcel.ts'
import { ReceptionDesk } from '../../../../web/src/reception/reception-desk.tsx'
import { Page } from '../../../../web/src/ui/page.tsx'
import { deviceDatabase, strictly } from '../../../../web/src/vault/device-database.ts'
import { setByServer } from '../../../../web/src/vault/kept-clock.ts'
import { lock, setPin, unlock, unlockedOfficer } from '../../../../web/src/vault/vault.ts'
import { vaultStore } from '../../../../web/src/vault/vault-store.ts'
import '../../../../web/src/ui/tokens.css'
import '../../../../web/src/ui/frame.css'
import '../../../../web/src/ui/header.css'
import '../../../../web/src/ui/controls.css'
import '../../../../web/src/ui/forms.css'
import '../../../../web/src/ui/display.css'
import '../../../../web/src/ui/details.css'
import '../../../../web/src/ui/tables.css'
import '../../../../web/src/ui/slip-and-dialog.css'

let noted: [string, unknown][] = []

const pin = '48201957'
const post = 'MB'

function beginWork(officerId: string, by: 'pin' | 'choice' = 'pin'): void {
  const grants = (['reception', 'supervisor'] as const).map(role => ({ role, place: post }))
  working.value = { officerId, name: officerId, grants, by }
}

/** Every record of the tablet that is not received, with what opens it again. */
const Tray = () => (
  <Page title="Tray">
    <OutboxList
      onCorrect={(row, copy) => {
        correcting.value = toCorrect(row, copy)
        history.pushState(null, '', correctionAddress([]) ?? '/')
        dispatchEvent(new PopStateEvent('popstate'))
      }}
      onFile={() => undefined}
    />
  </Page>
)

const deskKit = {
  async enrol(code: string) {
    const usages: KeyUsage[] = ['encrypt', 'decrypt']
    const rsa = { name: 'RSA-OAEP', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' }
    const [signing, delivery] = await Promise.all([
      crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']),
      crypto.subtle.generateKey(rsa, true, usages),
    ])
    const spki = new Uint8Array(await crypto.subtle.exportKey('spki', delivery.publicKey))
    const publicKey = btoa(String.fromCharCode(...spki))
    await keepEnrolment({
      ...{ deviceId: '0193a3a0-0000-7000-8000-0000000000d1', code, post, enrolledAt: '2026-11-23T08:00:00.000Z' },
      ...{ signingKey: signing.privateKey, deliveryKey: { keyId: 'key-1', publicKey }, isRevoked: false },
    })
  },
  async signOn(officerId: string) {
    const until = Date.now() + 72 * 3_600_000
    await vaultStore.putPass(
      { officerId, share: new Uint8Array(32).fill(7), until, groups: [`reception@${post}`] },
      setByServer(Date.now(), Date.now()),
    )
    await setPin({ officerId, name: officerId }, pin)
    beginWork(officerId)
  },
  async unlock(officerId: string) {
    await loadThisDevice()
    const opened = await unlock(officerId, pin)
    beginWork(officerId)
    return opened.is
  },
  lock() {
    lock()
    working.value = undefined
  },
  /** By their line alone, without a PIN. */
  async choose(officerId: string) {
    await loadThisDevice()
    lock()
    beginWork(officerId, 'choice')
  },
  isLocked: () => unlockedOfficer() === undefined,
  speak(spoken: 'en' | 'st-LS') {
    language.value = spoken
  },
  /** Half-filled forms as they lie on the disk. */
  async noteForms() {
    const drafts = (await deviceDatabase()).transaction('drafts').store
    const [keys, rows] = await Promise.all([drafts.getAllKeys(), drafts.getAll()])
    noted = keys.map((key, place) => [key, rows[place]])
    return noted.length
  },
  /** The disk as it is where the tablet dies once a form was stored and before what follows it: its mark, and its end. */
  async asBeforeTheMark() {
    const database = await deviceDatabase()
    const rows = await database.getAll('outbox')
    const marks = rows.map(row => OutboxRow.parse(row)).filter(({ kind }) => kind === 'signature')
    await strictly(['outbox', 'sealed', 'copies', 'drafts'], async transaction => {
      for (const { recordId } of marks)
        for (const store of ['outbox', 'sealed', 'copies'] as const)
          await transaction.objectStore(store).delete(recordId)
      for (const [key, row] of noted) await transaction.objectStore('drafts').put(row, key)
    })
    return marks.map(({ recordId }) => recordId)
  },
  /** As if the server had answered: to all that wait, or to one. */
  async answer(answerOf: (recordId: string) => RecordAnswer) {
    const taken = await outboxStore.take(Date.now())
    await outboxStore.settle(new Map(taken.map(({ row }) => [row.recordId, answerOf(row.recordId)])), Date.now())
    await tellChange()
    return taken.map(({ row }) => ({ recordId: row.recordId, kind: row.kind, dependsOn: row.dependsOn }))
  },
  show() {
    followOutbox()
    const place = document.getElementById('kit')
    if (place === null) return
    render(
      <LocationProvider>
        <Router>
          <Route path="/reception/:post" component={ReceptionDesk} />
          <Route path="/reception/:post/*" component={ReceptionDesk} />
          <Route path="/board/:post" component={BoardDesk} />
          <Route path="/unsent" component={Tray} />
          <Route default component={() => <p>elsewhere</p>} />
        </Router>
      </LocationProvider>,
      place,
    )
  },
}

export type DeskKit = typeof deskKit

Object.assign(globalThis, { deskKit })

/** The list on a page of its own. */
import { render } from 'preact'
import { exampleEnvelope } from '../../../functions/screening/sealed-envelope.ts'
import { language } from '../../../web/src/i18n/language.ts'
import { OutboxList } from '../../../web/src/outbox/outbox-list.tsx'
import { followOutbox, tellChange } from '../../../web/src/outbox/outbox-news.ts'
import type { RecordKind } from '../../../web/src/outbox/outbox-row.ts'
import { outboxStore } from '../../../web/src/outbox/outbox-store.ts'
import { sealOwnCopy } from '../../../web/src/outbox/own-copy.ts'
import type { RecordAnswer } from '../../../web/src/outbox/parcel.ts'
import { UnsentLine } from '../../../web/src/outbox/unsent-line.tsx'
import { keepRecord } from '../../../web/src/screening/record-database.ts'
import { markRecord, tellRecords } from '../../../web/src/screening/record-news.ts'
import { setByServer } from '../../../web/src/vault/kept-clock.ts'
import { lock, setPin } from '../../../web/src/vault/vault.ts'
import { vaultStore } from '../../../web/src/vault/vault-store.ts'
import '../../../web/src/ui/tokens.css'
import '../../../web/src/ui/frame.css'
import '../../../web/src/ui/header.css'
import '../../../web/src/ui/controls.css'
import '../../../web/src/ui/forms.css'
import '../../../web/src/ui/display.css'

let corrected = ''

const listKit = {
  lock,
  corrected: () => corrected,
  speak(spoken: 'en' | 'st-LS') {
    language.value = spoken
  },
  async signOn(officerId: string) {
    const until = Date.now() + 3_600_000
    await vaultStore.putPass(
      { officerId, share: new Uint8Array(32).fill(1), until, groups: [] },
      setByServer(Date.now(), Date.now()),
    )
    return setPin({ officerId, name: 'Palesa M' }, '48201957')
  },
  async keep(recordId: string, authorId: string, firstName: string, kind: RecordKind = 'intake') {
    const copy = await sealOwnCopy(authorId, recordId, {
      firstName,
      displayNumber: 'MB-7F-00001-Z',
      typed: [{ label: 'Phone', answer: '+26658000000' }],
    })
    await outboxStore.keep({
      ...{
        recordId,
        deviceId: 'device-1',
        authorId,
        kind,
        savedAt: '2026-11-23T08:00:00.000Z',
        dependsOn: [],
      },
      ...{ sealed: new Uint8Array(10), keyId: 'key-1', wrappedKey: new Uint8Array(10), withoutPin: false, copy },
    })
    await tellChange()
  },
  async keepSealed(screenId: string) {
    await keepRecord(screenId, { envelope: exampleEnvelope, isOpen: false })
    await tellRecords('kept')
  },
  refuseSealed: (screenId: string) => markRecord(screenId, 'refused'),
  async answer(recordId: string, answer: RecordAnswer) {
    await outboxStore.take(Date.now())
    await outboxStore.settle(new Map([[recordId, answer]]), Date.now())
    await outboxStore.sendAgain()
    await tellChange()
  },
  show() {
    followOutbox()
    const place = document.getElementById('kit')
    if (place !== null)
      render(
        <main class="page">
          <h1>Kit</h1>
          <UnsentLine href="/" />
          <OutboxList
            onCorrect={({ recordId }) => {
              corrected = recordId
            }}
            onFile={() => undefined}
          />
        </main>,
        place,
      )
  },
}
export type ListKit = typeof listKit

Object.assign(globalThis, { listKit })

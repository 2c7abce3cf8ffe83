/** In the page that is measured: the outbox's list, and a part of the form being kept, on a tablet with one officer. */
import { openDB } from 'idb'
import { render } from 'preact'
import { OutboxList } from '../../../web/src/outbox/outbox-list.tsx'
import { outboxStore } from '../../../web/src/outbox/outbox-store.ts'
import { sealOwnCopy } from '../../../web/src/outbox/own-copy.ts'
import { valuesOf } from '../../../web/src/reception/intake/draft-values.ts'
import { emptyDraft } from '../../../web/src/reception/intake/intake-draft.ts'
import { deskStore } from '../../../web/src/reception/kept/desk-store.ts'
import { setByServer } from '../../../web/src/vault/kept-clock.ts'
import { sealerFor, setPin } from '../../../web/src/vault/vault.ts'
import { vaultStore } from '../../../web/src/vault/vault-store.ts'
import type { TabletCalls } from '../../bench/reception/tablet-calls.ts'

const officerId = 'officer-1'

const bareStore = 'bare'
const bareDatabase = () => openDB('bare', 1, { upgrade: database => void database.createObjectStore(bareStore) })

const aFilledForm = () => {
  const draft = emptyDraft('0193a3a0-0000-7000-8000-000000000001')
  draft.givenNames.value = 'Tšeliso Khotso'
  draft.surname.value = 'Ramaqabe'
  draft.phone.value = '58001234'
  return valuesOf(draft)
}

/** Each in milliseconds. */
async function timed(turns: number, work: (turn: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let turn = 0; turn < turns; turn += 1) {
    const begun = performance.now()
    await work(turn)
    times.push(performance.now() - begun)
  }
  return times
}

const tabletKit: TabletCalls = {
  async begin() {
    const until = Date.now() + 3_600_000
    const pass = { officerId, share: new Uint8Array(32).fill(1), until, groups: [] }
    await vaultStore.putPass(pass, setByServer(Date.now(), Date.now()))
    await setPin({ officerId, name: 'Palesa M' }, '48201957')
  },
  async keep(count) {
    for (let turn = 0; turn < count; turn += 1) {
      const recordId = crypto.randomUUID()
      const typed = [{ label: 'Phone', answer: '+26658000000' }]
      await outboxStore.keep({
        ...{ recordId, deviceId: 'device-1', authorId: officerId, kind: 'intake', dependsOn: [], withoutPin: false },
        ...{ savedAt: new Date().toISOString(), keyId: 'key-1', wrappedKey: new Uint8Array(384) },
        sealed: crypto.getRandomValues(new Uint8Array(1_536)),
        copy: await sealOwnCopy(officerId, recordId, { firstName: 'Khotso', displayNumber: 'XV-7F-00001-Z', typed }),
      })
    }
  },
  async openList() {
    const place = document.getElementById('kit')
    if (place === null) throw new Error('the page has no place for the list')
    const begun = performance.now()
    render(<OutboxList onCorrect={() => undefined} onFile={() => undefined} />, place)
    const isOpen = () => {
      const rows = [...place.querySelectorAll('li h2')]
      return rows.length > 0 && rows.every(({ textContent }) => textContent === 'Khotso')
    }
    while (!isOpen()) await new Promise(resolve => setTimeout(resolve))
    const took = performance.now() - begun
    render(null, place)
    return took
  },
  async saveForms(turns) {
    const seal = await sealerFor(officerId, 'draft|one')
    if (seal === undefined) throw new Error('the officer has no vault')
    return timed(turns, async turn => deskStore.putDraft(`${officerId} ${turn % 5}`, await seal(aFilledForm())))
  },
  async putBare(turns) {
    const database = await bareDatabase()
    const bytes = new TextEncoder().encode(JSON.stringify(aFilledForm()))
    const times = await timed(turns, async turn => {
      const transaction = database.transaction(bareStore, 'readwrite', { durability: 'strict' })
      await transaction.store.put(bytes, turn % 5)
      await transaction.done
    })
    database.close()
    return times
  },
}
Object.assign(globalThis, { tabletKit })

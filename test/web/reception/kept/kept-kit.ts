/** What the desk keeps on an enrolled tablet, without a server. */
import { keepEnrolment } from '../../../../web/src/device/this-device.ts'
import { working } from '../../../../web/src/device/working.ts'
import { outboxStore } from '../../../../web/src/outbox/outbox-store.ts'
import { deskStore } from '../../../../web/src/reception/kept/desk-store.ts'
import { keepEffect, lookAtEffects, standing } from '../../../../web/src/reception/kept/effects.ts'
import { keepMet, peopleMet } from '../../../../web/src/reception/kept/met-people.ts'
import { nextDisplayNumber } from '../../../../web/src/slips/number-maker.ts'
import { setByServer } from '../../../../web/src/vault/kept-clock.ts'
import { openShared, sealForAll } from '../../../../web/src/vault/shared-seal.ts'
import * as vault from '../../../../web/src/vault/vault.ts'
import { vaultStore } from '../../../../web/src/vault/vault-store.ts'

const pin = '48201957'
const hours72 = 72 * 3_600_000

const keptKit = {
  ...vault,
  async enrol(code: string) {
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
    await keepEnrolment({
      ...{ deviceId: 'device-1', code, post: 'MB', enrolledAt: '2026-11-23T08:00:00.000Z' },
      ...{ signingKey: pair.privateKey, deliveryKey: { keyId: 'key-1', publicKey: '' }, isRevoked: false },
    })
  },
  /** A pass as the server would give it, and a vault under the usual PIN. */
  async signOn(officerId: string, seed: number, serverTime = Date.now()) {
    await vaultStore.putPass(
      { officerId, share: new Uint8Array(32).fill(seed), until: serverTime + hours72, groups: ['reception@MB'] },
      setByServer(serverTime, Date.now()),
    )
    await vault.setPin({ officerId, name: officerId }, pin)
    working.value = { officerId, name: officerId, grants: [], by: 'pin' }
  },
  unlockAs: (officerId: string) => vault.unlock(officerId, pin),
  async keep(name: string, value: unknown) {
    const sealed = await sealForAll(value, `known|${name}`)
    if (sealed !== undefined) await deskStore.putKnown(name, sealed)
    return sealed !== undefined
  },
  async read(name: string) {
    const sealed = await deskStore.findKnown(name)
    return sealed === undefined ? 'gone' : openShared(sealed, `known|${name}`)
  },
  async readAs(name: string, other: string) {
    const sealed = await deskStore.findKnown(name)
    return sealed && openShared(sealed, `known|${other}`)
  },
  met: (personId: string, names: { readonly givenNames: string; readonly surname: string }) =>
    keepMet(
      [
        {
          ...{ personId, displayNumber: 'XV-7F-00001-Z', ...names },
          ...{ birthYear: 1985, district: 'LS-C', reasons: ['SAME_FOLDED_NAME', 'SAME_SEX'] },
        },
      ],
      2,
    ),
  peopleMet,
  metRows: async () => (await deskStore.ownBy('met ')).length,
  /** Opens a desk on which a count was kept, leaves it, and has another officer begin without a PIN. */
  async leaveDeskTo(officerId: string) {
    const [recordId, at] = ['record-1', '2026-11-23T08:00:00.000Z']
    await outboxStore.keep({
      ...{ recordId, deviceId: 'device-1', authorId: 'officer-1', kind: 'heads', savedAt: at, dependsOn: [] },
      ...{ sealed: new Uint8Array(512), keyId: 'key-1', wrappedKey: new Uint8Array(384), withoutPin: false },
      copy: undefined,
    })
    const heads = { men: 3, women: 2, children: 1 }
    await keepEffect({ is: 'heads', recordId, batchId: 'batch 1', at, heads })
    const seen: number[] = []
    const look = async () => {
      await lookAtEffects()
      seen.push(standing.value.length)
    }
    await look()
    vault.lock()
    working.value = undefined
    await look()
    working.value = { officerId, name: officerId, grants: [], by: 'choice' }
    await look()
    await vault.unlock('officer-1', pin)
    working.value = { officerId: 'officer-1', name: 'officer-1', grants: [], by: 'pin' }
    await look()
    return seen
  },
  number: () => nextDisplayNumber('MB'),
}

export type KeptKit = typeof keptKit

Object.assign(globalThis, { keptKit })

/**
 * People whom the server showed at this tablet as maybe the same: asked about again when it cannot be reached. Kept for
 * as long as anything a desk was told, and sealed to the officer to whom they were shown, since a person may have ruled
 * out the one who works here next.
 */
import type { Match } from '../../../../functions/registration/contract.ts'
import { thisDevice } from '../../device/this-device.ts'
import { openOwn, sealFor, unlockedOfficer } from '../../vault/vault.ts'
import { deskStore } from './desk-store.ts'
import { KnownPerson } from './local-effect.ts'

const namesOf = (officerId: string): string => `met ${officerId} `
const label = (name: string): string => `known|${name}`

/** `sex`: the one that was searched for; it is the person's where the server says that it agrees. */
export async function keepMet(matches: readonly Match[], sex: KnownPerson['sex']): Promise<void> {
  const officerId = unlockedOfficer()
  if (officerId === undefined || thisDevice() === undefined) return
  for (const { reasons, ...person } of matches) {
    const name = `${namesOf(officerId)}${person.personId}`
    const met: KnownPerson = { ...person, sex: reasons.includes('SAME_SEX') ? sex : 0 }
    const sealed = await sealFor(officerId, met, label(name))
    if (sealed !== undefined) await deskStore.putOwn(name, sealed)
  }
}

/** Whom the unlocked officer was shown on this tablet. */
export async function peopleMet(): Promise<readonly KnownPerson[]> {
  const officerId = unlockedOfficer()
  if (officerId === undefined || thisDevice() === undefined) return []
  const kept = await deskStore.ownBy(namesOf(officerId))
  const people = await Promise.all(kept.map(async ({ name, sealed }) => openOwn(sealed, label(name))))
  return people.flatMap(person => {
    const read = KnownPerson.safeParse(person)
    return read.success ? [read.data] : []
  })
}

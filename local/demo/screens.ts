/** Some people's private screens, sealed on the tablet as a screening officer's would be. */
import { protectionRoutes } from '../../functions/protection/contract.ts'
import { screeningRoutes } from '../../functions/screening/contract.ts'
import { sealScreen } from '../../functions/screening/envelope.ts'
import {
  currentScreeningRules,
  type ScreenAnswers,
  suggestRoute,
} from '../../functions/screening/private-screen-rules.ts'
import type { ScreenContent } from '../../functions/screening/screen-content.ts'
import type { Desk } from './desk.ts'
import type { Arrival } from './people.ts'
import type { Registered } from './reception.ts'
import { seededChoice, seededId, seededShare } from './seeded.ts'

const items = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8'] as const

function contentOf({ id, displayNumber }: Registered, arrival: Arrival): ScreenContent {
  const answers: ScreenAnswers = Object.fromEntries(
    items.map(item => [
      item,
      seededShare(id, item) < 0.15 ? 'YES' : seededChoice(['NO', 'NO', 'NO', 'REFUSED'], id, item, 'other'),
    ]),
  )
  const facts = { isMinor: false, asksToSpeak: false, placeIsPrivate: true, observations: [] }
  const suggestion = suggestRoute(answers, facts)
  return {
    contentVersion: 1,
    screenId: seededId('screen', id),
    returnEventId: id,
    displayNumber,
    instrument: { id: 'PRIVATE_SCREEN', version: 1 },
    rulesVersion: currentScreeningRules,
    ...facts,
    answers,
    suggestion: { ...suggestion, fired: [...suggestion.fired] },
    decision: { route: suggestion.route, declined: false, officerId: 'demo' },
    interviewersOnDuty: 1,
    askedAt: `${arrival.date}T10:00:00.000Z`,
  }
}

/** Seals and sends a screen for about one adult in six; nobody outside the zone can tell what any of them holds. */
export async function screenSome(
  screening: Desk,
  receipts: readonly Registered[],
  adults: ReadonlySet<string>,
  arrival: Arrival,
): Promise<number> {
  const { keyId, publicKey } = await screening.must(protectionRoutes.readSealingKey)
  const chosen = receipts.filter(({ id }) => adults.has(id) && seededShare(id, 'screen') < 1 / 6)
  for (const receipt of chosen) {
    const content = contentOf(receipt, arrival)
    const sealed = await sealScreen(content, Buffer.from(publicKey, 'base64'), keyId)
    if ('refusal' in sealed) throw new Error(`a screen could not be sealed: ${sealed.refusal}`)
    await screening.must(screeningRoutes.putScreen, {
      params: { screenId: content.screenId },
      body: { contract: 1, envelope: sealed.envelope },
    })
  }
  return chosen.length
}

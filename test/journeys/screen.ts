/** A private screen as a tablet hands it over: sealed to the zone's public key. */
import { randomUUID } from 'node:crypto'
import { protectionRoutes } from '../../functions/protection/contract.ts'
import { screeningRoutes } from '../../functions/screening/contract.ts'
import { sealScreen } from '../../functions/screening/envelope.ts'
import { suggestRoute } from '../../functions/screening/private-screen-rules.ts'
import type { ScreenContent } from '../../functions/screening/screen-content.ts'
import type { SealedEnvelope } from '../../functions/screening/sealed-envelope.ts'
import type { RunningHost } from '../../local/running-host.ts'
import { aScreenContent } from '../builders/screen-content.ts'
import { type Answer, officerOf } from '../harness/officer.ts'

/** A screen whose suggestion is what the rules give, and whose officer followed it. */
export function aScreen(override: Partial<ScreenContent> = {}): ScreenContent {
  const content = aScreenContent({ screenId: randomUUID(), answers: { A1: 'NO', A2: 'NO' }, ...override })
  const suggestion = suggestRoute(content.answers, content)
  return {
    ...content,
    suggestion: { ...suggestion, fired: [...suggestion.fired] },
    decision: { ...content.decision, route: suggestion.route },
  }
}

const anywhere = (host: RunningHost) => officerOf(host, ['screening@MB'])

export async function sealed(host: RunningHost, content: ScreenContent): Promise<SealedEnvelope> {
  const { keyId, publicKey } = await anywhere(host).must(protectionRoutes.readSealingKey)
  const outcome = await sealScreen(content, Buffer.from(publicKey, 'base64'), keyId)
  if ('refusal' in outcome) throw new Error(outcome.refusal)
  return outcome.envelope
}

export async function handOver(host: RunningHost, content: ScreenContent): Promise<Answer & { sentBytes: number }> {
  const body = JSON.stringify({ contract: 1, envelope: await sealed(host, content) })
  const answer = await anywhere(host).ask(screeningRoutes.putScreen, { params: { screenId: content.screenId }, body })
  if (answer.status !== 201) throw new Error(`a screen was refused: ${answer.bytes}`)
  return { ...answer, sentBytes: Buffer.byteLength(body) }
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openEnvelope, sealScreen } from '../../../functions/screening/envelope.ts'
import { observationCodes, screenAnswers, screenItemIds } from '../../../functions/screening/instruments.ts'
import { screenRoutes, screenRuleNames } from '../../../functions/screening/private-screen-rules.ts'
import type { ScreenContent } from '../../../functions/screening/screen-content.ts'
import { exampleEnvelope, paddedContentBytes, SealedEnvelope } from '../../../functions/screening/sealed-envelope.ts'
import { aScreenContent } from '../../builders/screen-content.ts'

const seed = 5_512
const keyId = '1c0f7e1a-8f4a-4c2e-9b7f-2b6d9f3a5e10'
const rsa = async (modulusLength: number) => {
  const pair = await crypto.subtle.generateKey(
    { name: 'RSA-OAEP', modulusLength, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
    true,
    ['encrypt', 'decrypt'],
  )
  return {
    publicKey: new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)),
    unwrap: async (wrapped: Uint8Array) => {
      try {
        return new Uint8Array(
          await crypto.subtle.decrypt({ name: 'RSA-OAEP' }, pair.privateKey, Uint8Array.from(wrapped)),
        )
      } catch {
        return undefined
      }
    },
  }
}
const key = await rsa(3072)

async function sealed(content: ScreenContent, publicKey = key.publicKey): Promise<SealedEnvelope> {
  const outcome = await sealScreen(content, publicKey, keyId)
  if ('refusal' in outcome) throw new Error(outcome.refusal)
  return outcome.envelope
}
const sizeOf = (envelope: SealedEnvelope) => new TextEncoder().encode(JSON.stringify(envelope)).length

const letters = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom('a', 'š', ' ', "'", '7'), minLength: 1, maxLength })
const someContent: fc.Arbitrary<ScreenContent> = fc
  .record({
    screenId: fc.uuid({ version: 7 }),
    returnEventId: fc.option(fc.uuid({ version: 7 }), { nil: undefined }),
    isMinor: fc.boolean(),
    answers: fc.record(Object.fromEntries(screenItemIds.map(id => [id, fc.constantFrom(...screenAnswers)])), {
      requiredKeys: [],
    }),
    observations: fc.subarray([...observationCodes]),
    fired: fc.subarray([...screenRuleNames]),
    route: fc.constantFrom(...screenRoutes),
    reason: letters(400),
    place: letters(200),
  })
  .map(({ fired, route, reason, place, returnEventId, ...rest }) =>
    aScreenContent({
      ...rest,
      ...(returnEventId === undefined ? {} : { returnEventId }),
      suggestion: { route, fired },
      decision: { route, reason, declined: false, officerId: 'officer-7' },
      safeContact: { channel: 'CHURCH', place },
    }),
  )

describe('a sealed screen', () => {
  it('has one size in bytes, whatever was answered', async () => {
    await fc.assert(
      fc.asyncProperty(someContent, someContent, async (one, other) => {
        expect(sizeOf(await sealed(one))).toBe(sizeOf(await sealed(other)))
      }),
      { seed, numRuns: 50 },
    )
    expect(sizeOf(await sealed(aScreenContent()))).toBe(sizeOf(exampleEnvelope))
  })

  it('opens to what was sealed', async () => {
    await fc.assert(
      fc.asyncProperty(someContent, async content => {
        expect(await openEnvelope(await sealed(content), key.unwrap)).toEqual({ content })
      }),
      { seed, numRuns: 25 },
    )
  })

  it('opens under a key of 4096 bits too, in another size that is again the same for all', async () => {
    const larger = await rsa(4096)
    const quiet = await sealed(aScreenContent(), larger.publicKey)
    const alarming = await sealed(aScreenContent({ answers: { A9: 'YES', A10: 'YES' } }), larger.publicKey)
    expect(await openEnvelope(quiet, larger.unwrap)).toEqual({ content: aScreenContent() })
    expect(sizeOf(alarming)).toBe(sizeOf(quiet))
  })

  it('differs each time, so that two envelopes cannot be compared', async () => {
    const [one, other] = [await sealed(aScreenContent()), await sealed(aScreenContent())]
    expect(one.ciphertext).not.toBe(other.ciphertext)
    expect(one.wrappedKey).not.toBe(other.wrappedKey)
    expect(one.iv).not.toBe(other.iv)
  })

  it('holds nothing of the content in clear', async () => {
    const text = JSON.stringify(await sealed(aScreenContent()))
    expect(text).not.toContain(aScreenContent().screenId)
    expect(text).not.toMatch(/INTERVIEW|A1"/)
  })

  it.each(['wrappedKey', 'iv', 'ciphertext'] as const)('does not open when its %s was changed', async part => {
    const envelope = await sealed(aScreenContent())
    const changed = (envelope[part].startsWith('A') ? 'B' : 'A') + envelope[part].slice(1)
    expect(await openEnvelope({ ...envelope, [part]: changed }, key.unwrap)).toEqual({ refusal: 'content-unreadable' })
  })

  it('does not open relabelled with another key', async () => {
    const relabelled = { ...(await sealed(aScreenContent())), keyId: exampleEnvelope.keyId }
    expect(await openEnvelope(relabelled, key.unwrap)).toEqual({ refusal: 'content-unreadable' })
  })

  it('does not open with a key of another zone, nor with one of the wrong length', async () => {
    const envelope = await sealed(aScreenContent())
    expect(await openEnvelope(envelope, async () => new Uint8Array(32))).toEqual({ refusal: 'content-unreadable' })
    expect(await openEnvelope(envelope, async () => new Uint8Array(16))).toEqual({ refusal: 'content-unreadable' })
  })

  it('lets through the fault of a key service that is away', async () => {
    const away = async () => Promise.reject(new Error('key service away'))
    await expect(openEnvelope(await sealed(aScreenContent()), away)).rejects.toThrow('key service away')
  })

  it('keeps the own id of a key given by its ARN', async () => {
    const outcome = await sealScreen(
      aScreenContent(),
      key.publicKey,
      `arn:aws:kms:af-south-1:111122223333:key/${keyId}`,
    )
    expect(outcome).toMatchObject({ envelope: { keyId } })
  })

  it('refuses a content that does not fit, rather than growing', async () => {
    const worst = '\u0001'.repeat(400)
    const content = aScreenContent({
      decision: { route: 'NONE', reason: worst, declined: false, officerId: '\u0001'.repeat(64) },
      safeContact: { channel: 'VISIT', place: worst.slice(200), reachedBy: worst.slice(340) },
    })
    expect(JSON.stringify(content).length).toBeGreaterThan(paddedContentBytes)
    expect(await sealScreen(content, key.publicKey, keyId)).toEqual({ refusal: 'content-too-long' })
  })

  it('has room for every question, every rule and the longest ordinary text', async () => {
    const content = aScreenContent({
      displayNumber: 'XV-7F-00001-0-000000',
      queueTicket: '2'.repeat(20),
      isMinor: true,
      child: { careStatus: 'WITH_UNRELATED_ADULT', handedTo: 'š'.repeat(60) },
      answers: Object.fromEntries(screenItemIds.map(id => [id, 'NOT_ASKED'])),
      observations: [...observationCodes],
      suggestion: { route: 'INTERVIEW_NOW', fired: [...screenRuleNames], dangerOrder: 1 },
      decision: { route: 'INTERVIEW_NOW', reason: 'š'.repeat(400), declined: true, officerId: 'o'.repeat(64) },
      safeContact: { channel: 'PERSON_CALLS_US', place: 'š'.repeat(200), reachedBy: 'š'.repeat(60) },
    })
    expect(await sealScreen(content, key.publicKey, keyId)).toHaveProperty('envelope')
  })
})

describe('the shape of an envelope', () => {
  it.each(['wrappedKey', 'iv', 'ciphertext', 'keyId'] as const)('refuses a %s longer or shorter by one', part => {
    expect(SealedEnvelope.safeParse({ ...exampleEnvelope, [part]: `A${exampleEnvelope[part]}` }).success).toBe(false)
    expect(SealedEnvelope.safeParse({ ...exampleEnvelope, [part]: exampleEnvelope[part].slice(1) }).success).toBe(false)
  })

  it('refuses a field more', () => {
    expect(SealedEnvelope.safeParse({ ...exampleEnvelope, route: 'NONE' }).success).toBe(false)
    expect(SealedEnvelope.safeParse(exampleEnvelope).success).toBe(true)
  })
})

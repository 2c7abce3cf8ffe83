/** Opens what lies sealed in the zone, with the zone's key. */
import { contentHash } from '../platform/content-hash.ts'
import type { KeyPair } from '../platform/key-pair.ts'
import { openEnvelope, openJson, sealJson } from '../screening/envelope.ts'
import type { ScreenContent } from '../screening/screen-content.ts'
import type { SealedEnvelope } from '../screening/sealed-envelope.ts'
import type { ScreenStore } from './screen-store.ts'

export const sealedContents = (screens: ScreenStore, key: KeyPair) => {
  async function read(envelope: SealedEnvelope): Promise<ScreenContent | undefined> {
    const opened = await openEnvelope(envelope, key.unwrap)
    return 'content' in opened ? opened.content : undefined
  }

  return {
    /** Undefined where it cannot be opened; throws where the key is away. */
    read,

    async readStored(sealedId: string): Promise<ScreenContent | undefined> {
      const record = await screens.findSealed(sealedId)
      return record && read(record.envelope)
    },

    /** Closes what the zone itself writes down. */
    async seal(value: unknown): Promise<SealedEnvelope> {
      const { keyId, spkiBytes } = await key.publicHalf()
      const sealed = await sealJson(value, spkiBytes, keyId)
      if ('refusal' in sealed) throw new Error(sealed.refusal)
      return sealed.envelope
    },

    /** True where the envelope holds this very value: compared open, since a kept hash could be guessed from few answers. */
    async holds(envelope: SealedEnvelope, value: unknown): Promise<boolean> {
      return contentHash(await openJson(envelope, key.unwrap)) === contentHash(value)
    },
  }
}
export type SealedContents = ReturnType<typeof sealedContents>

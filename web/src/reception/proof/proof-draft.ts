/** How the person confirms what they are given, as far as it was said: part of a half-filled intake. */
import { type Signal, signal } from '@preact/signals'
import * as z from 'zod/mini'
import type { ProofOfHandover } from '../../../../functions/support/proof.ts'

export const proofKinds = ['SIGNATURE', 'THUMB', 'WITNESS', 'DECLINED'] as const
export type ProofKind = (typeof proofKinds)[number]

/**
 * What was drawn on the pad: a PNG in base64, under an id of its own. Drawn anew, it is another one. Without content it was
 * drawn before, and is on its way as a record of its own.
 */
const Mark = z.object({ attachmentId: z.string(), content: z.optional(z.string()) })
export type Mark = z.infer<typeof Mark>

export interface ProofDraft {
  readonly kind: Signal<ProofKind | undefined>
  readonly witness: Signal<string>
  readonly mark: Signal<Mark | undefined>
}

export const proofDraft = (): ProofDraft => ({
  kind: signal<ProofKind | undefined>(undefined),
  witness: signal(''),
  mark: signal<Mark | undefined>(undefined),
})

export const ProofValues = z.catch(
  z.object({ kind: z.optional(z.enum(proofKinds)), witness: z.string(), mark: z.optional(Mark) }),
  { witness: '' },
)
export type ProofValues = z.infer<typeof ProofValues>

/** Reads every signal of it. */
export const proofValuesOf = ({ kind, witness, mark }: ProofDraft): ProofValues => ({
  kind: kind.value,
  witness: witness.value,
  mark: mark.value,
})

export const proofDraftOf = ({ kind, witness, mark }: ProofValues): ProofDraft => ({
  kind: signal(kind),
  witness: signal(witness),
  mark: signal(mark),
})

export const isMarked = (kind: ProofKind | undefined): boolean => kind === 'SIGNATURE' || kind === 'THUMB'
export const isWitnessed = (kind: ProofKind | undefined): boolean => kind === 'THUMB' || kind === 'WITNESS'

/** Nothing is asked of who chose nothing: nobody is held to sign for help. */
export function proofProblem({ kind, witness, mark }: ProofDraft): 'mark' | 'witness' | undefined {
  if (isMarked(kind.value) && mark.value === undefined) return 'mark'
  return isWitnessed(kind.value) && witness.value.trim() === '' ? 'witness' : undefined
}

/** Of a draft without problem. */
export function proofOf({ kind, witness, mark }: ProofDraft): ProofOfHandover | undefined {
  const attachmentId = mark.value?.attachmentId
  const by = witness.value.trim()
  if (kind.value === 'WITNESS') return { kind: 'WITNESS', witness: by }
  if (kind.value === 'DECLINED') return { kind: 'DECLINED' }
  if (kind.value === undefined || attachmentId === undefined) return undefined
  return kind.value === 'THUMB' ? { kind: 'THUMB', attachmentId, witness: by } : { kind: 'SIGNATURE', attachmentId }
}

/** Of a record that came back from the server. */
export function fillProof({ kind, witness, mark }: ProofDraft, proof: ProofOfHandover): void {
  kind.value = proof.kind
  mark.value = 'attachmentId' in proof ? { attachmentId: proof.attachmentId } : undefined
  witness.value = 'witness' in proof ? proof.witness : ''
}

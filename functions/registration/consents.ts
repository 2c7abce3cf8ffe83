/** What a returnee agreed to, as it stands now (domain.md 2.7). Pure: no clock, no network, no AWS. */

import type * as z from 'zod/mini'
import type { Consent } from '../intake/contract.ts'
import type { ConsentPurpose } from './consent-purposes.ts'

/**
 * The purposes to which the last answer is yes, in the order in which they were asked. For a child the guardian's and
 * the child's own answer count apart, and both must be yes where both were asked.
 */
export function purposesAgreedTo(consents: readonly z.infer<typeof Consent>[]): ConsentPurpose[] {
  const last = new Map<string, z.infer<typeof Consent>>()
  for (const consent of consents) last.set(`${consent.purpose}|${consent.guardian ?? ''}`, consent)
  const standing = [...last.values()]
  const refused = new Set(standing.filter(({ given }) => !given).map(({ purpose }) => purpose))
  return [...new Set(standing.map(({ purpose }) => purpose))].filter(purpose => !refused.has(purpose))
}

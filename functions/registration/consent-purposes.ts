/** Purposes a returnee is told of or asked about, each with its basis (domain.md 2.7, PROPOSAL). */
import * as z from 'zod/mini'

export const legalBases = ['PUBLIC_DUTY', 'PUBLIC_DUTY_AND_VITAL_INTEREST', 'PROTECTION_DUTY', 'CONSENT'] as const
export type LegalBasis = (typeof legalBases)[number]

/**
 * Consent is the basis only where no is a real answer. `forChild` is the basis where the returnee is under 18.
 * `overridable`: an officer with that permission may go on without it, with a reason, for a child or where life is at risk.
 * A `PHOTO` is no part of being registered: it has an answer of its own (domain.md 2.3).
 * `SHARE_REFERRAL` is asked once for each service; referrals of the protection zone are not in the core registry.
 */
export const purposes = [
  { code: 'REGISTER_STATE', basis: 'PUBLIC_DUTY', forChild: 'PUBLIC_DUTY', overridable: false },
  {
    code: 'ASSIST',
    basis: 'PUBLIC_DUTY_AND_VITAL_INTEREST',
    forChild: 'PUBLIC_DUTY_AND_VITAL_INTEREST',
    overridable: false,
  },
  { code: 'SHARE_DISTRICT', basis: 'CONSENT', forChild: 'PROTECTION_DUTY', overridable: false },
  { code: 'SHARE_REFERRAL:SOCIAL_DEVELOPMENT', basis: 'CONSENT', forChild: 'CONSENT', overridable: true },
  { code: 'SHARE_REFERRAL:HEALTH', basis: 'CONSENT', forChild: 'CONSENT', overridable: true },
  { code: 'SHARE_REFERRAL:LABOUR', basis: 'CONSENT', forChild: 'CONSENT', overridable: true },
  { code: 'SHARE_REFERRAL:CIVIL_REGISTRY', basis: 'CONSENT', forChild: 'CONSENT', overridable: true },
  { code: 'SHARE_REFERRAL:LIVELIHOOD', basis: 'CONSENT', forChild: 'CONSENT', overridable: true },
  { code: 'SHARE_REFERRAL:LEGAL_AID', basis: 'CONSENT', forChild: 'CONSENT', overridable: true },
  { code: 'SHARE_REFERRAL:CONSULATE', basis: 'CONSENT', forChild: 'CONSENT', overridable: true },
  { code: 'SHARE_IOM', basis: 'CONSENT', forChild: 'CONSENT', overridable: false },
  { code: 'FOLLOWUP_CONTACT', basis: 'CONSENT', forChild: 'CONSENT', overridable: false },
  { code: 'PHOTO', basis: 'CONSENT', forChild: 'CONSENT', overridable: false },
] as const satisfies readonly { code: string; basis: LegalBasis; forChild: LegalBasis; overridable: boolean }[]

export type ConsentPurpose = (typeof purposes)[number]['code']
export const consentPurposes: readonly ConsentPurpose[] = purposes.map(({ code }) => code)
export const ConsentPurpose = z.enum(consentPurposes)

/** On what the purpose rests for this returnee. */
export function basisOf(purpose: ConsentPurpose, isMinor: boolean): LegalBasis {
  const row = purposes.find(({ code }) => code === purpose)
  if (row === undefined) throw new Error(`no such purpose: ${purpose}`)
  return isMinor ? row.forChild : row.basis
}

/** How an answer was given. */
export const consentModes = ['VERBAL_WITNESSED', 'SIGNATURE', 'THUMB'] as const
export const ConsentMode = z.enum(consentModes)
export type ConsentMode = z.infer<typeof ConsentMode>

/** Whom nobody may call on a person's behalf, and the numbers that may be called (domain.md 2.3). Pure. */
import type { FastLane, FullTier } from './person-fields.ts'

type Phone = NonNullable<FastLane['phone']>

/** True for the number of somebody whom the person asked us not to contact. */
export const isRuledOut = (number: string, notToContact: FullTier['notToContact']): boolean =>
  notToContact?.some(({ phone }) => phone === number) ?? false

/** The numbers on which the person may be called, in their order; never one of somebody they asked us not to contact. */
export const callable = (phones: readonly (Phone | undefined)[], notToContact: FullTier['notToContact']): Phone[] =>
  phones.filter((phone): phone is Phone => phone?.mayCall === true && !isRuledOut(phone.number, notToContact))

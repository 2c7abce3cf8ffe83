/**
 * Code lists of the core registry (domain.md 2.4, 2.5, 2.7–2.10, 3.3). The words people read stand in the web's
 * catalogues, not here.
 *
 * What belongs to the protection zone alone (tier P) is not in these lists at all, so that no form, import or report of
 * the core registry can hold it: where it would have been chosen, the core shows `OTHER`. Left out for that reason:
 * return by release from prison or as a person trafficked; a prison or a shelter as the place that sends; mining as a
 * sector; a way back that began at the gate of one; and the eleven tier P codes of domain.md 3.3 with the two added.
 */
import * as z from 'zod/mini'

/** ISO 5218: 0 not known, 1 male, 2 female. 9 is for legal persons and is not offered (domain.md 2.3). */
export const sexes = [0, 1, 2] as const
export const Sex = z.literal(sexes)
export type Sex = z.infer<typeof Sex>

/** How somebody came back. Never shown as a label of a person: say "returnee". */
export const returnTypes = [
  'DEPORTED',
  'REMOVED_AT_BORDER',
  'REFUSED_ENTRY',
  'ASSISTED_VOLUNTARY',
  'SPONTANEOUS',
  'MEDICAL_REPATRIATION',
  'CHILD_REPATRIATION',
  'VIOLENCE_DISPLACED',
  'MASS_EXPULSION',
  'OTHER',
] as const
export const ReturnType = z.enum(returnTypes)
export type ReturnType = z.infer<typeof ReturnType>

/** GK but for Lindela and the police cells near the border. */
export const sendingFacilities = [
  'LINDELA',
  'POLICE_CELL',
  'BMA_PORT',
  'HOSPITAL',
  'EMPLOYER_DROPOFF',
  'OTHER',
] as const
export const SendingFacility = z.enum(sendingFacilities)
export type SendingFacility = z.infer<typeof SendingFacility>

export const transports = [
  'BUS',
  'TRUCK',
  'FOOT',
  'POLICE_VAN',
  'TAXI',
  'AMBULANCE',
  'CONSULATE_VEHICLE',
  'TRAIN',
  'AIR',
  'OTHER',
] as const
export const Transport = z.enum(transports)
export type Transport = z.infer<typeof Transport>

/**
 * GK throughout: `P` passport, `PE` emergency travel document, `ID` national identity card, `BC` birth certificate,
 * `LEP` Lesotho exemption permit, `OSP` an older special permit, `AS` asylum permit, `REF` refugee papers, `BDR` border
 * permit, `CHL` chief's letter, `DEP` removal notice, `F19` declaration of undesirability, `SABN` South African birth
 * notification.
 */
export const documentTypes = [
  'P',
  'PE',
  'ID',
  'BC',
  'LEP',
  'OSP',
  'AS',
  'REF',
  'BDR',
  'CHL',
  'DEP',
  'F19',
  'SABN',
  'NONE',
] as const
export const DocumentType = z.enum(documentTypes)
export type DocumentType = z.infer<typeof DocumentType>

export const documentConditions = [
  'PRESENT',
  'LOST',
  'CONFISCATED_EMPLOYER',
  'CONFISCATED_AUTHORITY',
  'STOLEN',
  'NEVER_HELD',
  'EXPIRED',
] as const
export const DocumentCondition = z.enum(documentConditions)
export type DocumentCondition = z.infer<typeof DocumentCondition>

export const nationalityConfidences = [
  'DOCUMENT',
  'INTERVIEW',
  'CHIEF_CONFIRMED',
  'FAMILY_CONFIRMED',
  'DISPUTED',
] as const
export const NationalityConfidence = z.enum(nationalityConfidences)
export type NationalityConfidence = z.infer<typeof NationalityConfidence>

/** What stays open about a nationality: a question for an officer, never a reason to leave somebody out (domain.md 2.9). */
export const openNationalities = ['NATIONALITY_OPEN', 'STATELESS_RISK', 'CHILD_BORN_ABROAD_UNREGISTERED'] as const
export type OpenNationality = (typeof openNationalities)[number]

/** Other names a person goes by: domain.md 2.3 and 8.5 (GK). */
export const alternateNameTypes = [
  'TEKNONYM',
  'MARRIED',
  'BIRTH',
  'INITIATION',
  'CLAN_PRAISE',
  'NICKNAME',
  'OTHER_SPELLING',
] as const
export const AlternateNameType = z.enum(alternateNameTypes)
export type AlternateNameType = z.infer<typeof AlternateNameType>

/** HTCDS, with customary marriage and cohabiting added (domain.md 2.10). */
export const maritalStatuses = [
  'SINGLE',
  'MARRIED',
  'MARRIED_CUSTOMARY',
  'COHABITING',
  'WIDOWED',
  'DIVORCED',
  'SEPARATED',
  'REGISTERED_PARTNERSHIP',
] as const
export type MaritalStatus = (typeof maritalStatuses)[number]

/** PROPOSAL: domain.md 2.2 names a role and no list. */
export const householdRoles = [
  'HEAD',
  'SPOUSE',
  'CHILD',
  'PARENT',
  'SIBLING',
  'GRANDPARENT',
  'GRANDCHILD',
  'OTHER_RELATIVE',
  'NOT_RELATED',
] as const
export const HouseholdRole = z.enum(householdRoles)
export type HouseholdRole = z.infer<typeof HouseholdRole>

/** Who a child is with; the words as domain.md 2.5 defines them. */
export const accompaniments = ['ACCOMPANIED', 'SEPARATED', 'UNACCOMPANIED'] as const
export const Accompaniment = z.enum(accompaniments)
export type Accompaniment = z.infer<typeof Accompaniment>

/** ISO 639, the shortest code there is: Sesotho, English, isiXhosa, isiZulu; siPhuthi has none; sign languages; another. */
export const languages = ['st', 'en', 'xh', 'zu', 'x-phuthi', 'sgn', 'und'] as const
export const Language = z.enum(languages)
export type Language = z.infer<typeof Language>

/** How a returnee wishes to be reached. */
export const contactChannels = [
  'OWN_PHONE',
  'RELATIVE',
  'NEIGHBOUR',
  'CHIEF',
  'CHURCH',
  'CLINIC',
  'VISIT',
  'PERSON_CALLS_US',
  'NONE',
] as const
export const ContactChannel = z.enum(contactChannels)
export type ContactChannel = z.infer<typeof ContactChannel>

/** ISCED 2011 levels 0 to 8. */
export const educationLevels = [
  'NO_SCHOOLING',
  'ISCED_0',
  'ISCED_1',
  'ISCED_2',
  'ISCED_3',
  'ISCED_4',
  'ISCED_5',
  'ISCED_6',
  'ISCED_7',
  'ISCED_8',
] as const
export type EducationLevel = (typeof educationLevels)[number]

/** ISCO-08 major groups, one digit. */
export const occupationGroups = [
  'ISCO_0',
  'ISCO_1',
  'ISCO_2',
  'ISCO_3',
  'ISCO_4',
  'ISCO_5',
  'ISCO_6',
  'ISCO_7',
  'ISCO_8',
  'ISCO_9',
] as const
export type OccupationGroup = (typeof occupationGroups)[number]

/** ISIC Rev.4 sections, those most likely first. Without B: work in mining is asked in private only (domain.md 2.3). */
export const industries = [
  'ISIC_A',
  'ISIC_C',
  'ISIC_F',
  'ISIC_G',
  'ISIC_I',
  'ISIC_N',
  'ISIC_T',
  'ISIC_D',
  'ISIC_E',
  'ISIC_H',
  'ISIC_J',
  'ISIC_K',
  'ISIC_L',
  'ISIC_M',
  'ISIC_O',
  'ISIC_P',
  'ISIC_Q',
  'ISIC_R',
  'ISIC_S',
  'ISIC_U',
  'OTHER',
] as const
export type Industry = (typeof industries)[number]

/** Of everybody who stepped off, exactly one (domain.md 2.9). `NOT_NATIONAL` hands over to immigration, with a reason. */
export const countedOutcomes = [
  'REGISTERED',
  'DECLINED',
  'LEFT_BEFORE',
  'TO_HOSPITAL',
  'TO_POLICE',
  'TO_CHILD_PROTECTION',
  'NOT_NATIONAL',
  'DIED',
  'COUNTED_TWICE',
] as const
export const CountedOutcome = z.enum(countedOutcomes)
export type CountedOutcome = z.infer<typeof CountedOutcome>

export * from './consent-purposes.ts'
export * from './full-tier-codes.ts'
export * from './vulnerability-codes.ts'

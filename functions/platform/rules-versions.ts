/**
 * Every version of the rules there ever was, by the day from which it held, in Lesotho. A command names one of them; for
 * one that is retired its capability says so, any other date is no version at all. No AWS: the web imports this file.
 */
export const rulesVersions = ['2026-11-01'] as const
export type RulesVersion = (typeof rulesVersions)[number]

export const isRulesVersion = (date: string): boolean => rulesVersions.some(version => version === date)

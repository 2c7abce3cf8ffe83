import { currentIntakeRules } from '../../../functions/intake/vulnerability.ts'

/** What each command of this build is made under (design.md 4): the server judges it by these for 180 days. */
export const versions = { contract: 1, rules: currentIntakeRules }

/** Both clocks are kept; this is the device's. */
export const deviceTime = (): string => new Date().toISOString()

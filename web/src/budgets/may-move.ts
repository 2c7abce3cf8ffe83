import { scopeFor } from '../../../functions/platform/permissions.ts'
import { session } from '../sign-in/session.ts'

/** Whether the officer moves donors' money; who does not only reads. */
export const mayMove = (): boolean => scopeFor('budget.move', session.value?.grants ?? []) !== undefined

/** Whether the officer reads every move of a line, with its reason. */
export const mayAudit = (): boolean => scopeFor('budget.audit', session.value?.grants ?? []) !== undefined

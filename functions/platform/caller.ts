/** Who sends, read from the token and from nothing else. */
import * as z from 'zod/mini'
import { type Grant, roles } from './permissions.ts'

export interface Caller {
  /** The officer's stable id in the user pool; the audit names this, never a name. */
  readonly officerId: string
  readonly grants: readonly Grant[]
}

const Claims = z.object({
  sub: z.string().check(z.minLength(1)),
  'cognito:groups': z.optional(z.union([z.string(), z.array(z.string())])),
})

const Role = z.enum(roles)

/**
 * The HTTP API's JWT authoriser hands an array claim over as one string, `[reception@MB screening@MB]`.
 * A group that names no known role gives nothing: unknown is not permitted.
 */
function readGroups(claim: string | string[] | undefined): Grant[] {
  const groups = typeof claim === 'string' ? claim.replace(/^\[|\]$/g, '').split(/[\s,]+/) : (claim ?? [])
  return groups.flatMap(group => {
    const separator = group.indexOf('@')
    const role = Role.safeParse(group.slice(0, separator))
    const place = group.slice(separator + 1)
    return separator > 0 && role.success && place !== '' ? [{ role: role.data, place }] : []
  })
}

/** The caller the claims name; undefined where they name nobody. */
export function readCaller(claims: unknown): Caller | undefined {
  const parsed = Claims.safeParse(claims)
  if (!parsed.success) return undefined
  return { officerId: parsed.data.sub, grants: readGroups(parsed.data['cognito:groups']) }
}

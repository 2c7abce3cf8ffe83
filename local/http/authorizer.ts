/** The JWT authoriser of an HTTP API: issuer, audience or client id, time, scopes; claims as it hands them on. */
import { type JWTVerifyGetKey, jwtVerify } from 'jose'
import type { JwtAuthorizer } from '../template/api.ts'

export interface Authorized {
  /** Every claim is text; an array is `[one two]`. */
  readonly claims: Readonly<Record<string, string>>
  readonly scopes: readonly string[] | null
}

export type Authorization = { readonly authorized: Authorized } | { readonly refusal: 'unauthorized' | 'forbidden' }

/** Keys and true address of an issuer the template names; undefined for one this host does not stand in for. */
export type FindIssuer = (issuer: string) => { readonly issuer: string; readonly keys: JWTVerifyGetKey } | undefined

export type Authorize = (
  authorizer: JwtAuthorizer,
  scopes: readonly string[],
  header: string | undefined,
) => Promise<Authorization>

function claimText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(claimText).join(' ')}]`
  if (typeof value === 'object' && value !== null)
    return `map[${Object.entries(value)
      .map(([name, inner]) => `${name}:${claimText(inner)}`)
      .join(' ')}]`
  return String(value)
}

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])

export function createAuthorizer(findIssuer: FindIssuer): Authorize {
  return async (authorizer, scopes, header) => {
    const token = /^(?:Bearer\s+)?([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(header?.trim() ?? '')?.[1]
    const known = findIssuer(authorizer.issuer)
    if (token === undefined || known === undefined) return { refusal: 'unauthorized' }
    const options = { issuer: known.issuer, algorithms: ['RS256'], requiredClaims: ['exp'] }
    const verified = await jwtVerify(token, known.keys, options).catch(() => undefined)
    if (verified === undefined) return { refusal: 'unauthorized' }
    const { payload } = verified
    // Cognito's access token has no `aud`; its client_id is checked instead.
    const audience = asList(payload.aud ?? payload['client_id'])
    if (!audience.some(one => typeof one === 'string' && authorizer.audience.includes(one)))
      return { refusal: 'unauthorized' }
    const granted = typeof payload['scope'] === 'string' ? payload['scope'].split(' ') : []
    if (scopes.length > 0 && !scopes.some(scope => granted.includes(scope))) return { refusal: 'forbidden' }
    const claims = Object.entries(payload).map(([name, value]) => [name, claimText(value)])
    return { authorized: { claims: Object.fromEntries(claims), scopes: scopes.length > 0 ? scopes : null } }
  }
}

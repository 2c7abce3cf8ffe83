/** Access tokens as Cognito makes them: no `aud`, the groups in `cognito:groups`, the app in `client_id`. */
import { randomUUID } from 'node:crypto'
import { importJWK, SignJWT } from 'jose'
import { type DemoUser, subjectOf } from '../demo-users.ts'
import type { SignInKeys } from './keys.ts'

export interface TokenIssuer {
  readonly issuer: string
  readonly clientId: string
  readonly scope: string
  readonly accessTokenSeconds: number
}

/** The claims beside issuer, times and scope. */
export const cognitoClaims = (user: DemoUser, clientId: string): Record<string, unknown> => ({
  sub: subjectOf(user),
  'cognito:groups': user.groups,
  version: 2,
  client_id: clientId,
  token_use: 'access',
  username: user.username,
})

/** A bearer token for the API, good as long as one from a sign-in. */
export async function mintToken(user: DemoUser, issuer: TokenIssuer, keys: SignInKeys): Promise<string> {
  const now = Math.floor(Date.now() / 1000)
  const claims = { ...cognitoClaims(user, issuer.clientId), scope: issuer.scope, auth_time: now, jti: randomUUID() }
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: keys.signing.kid })
    .setIssuer(issuer.issuer)
    .setIssuedAt(now)
    .setExpirationTime(now + issuer.accessTokenSeconds)
    .sign(await importJWK(keys.signing, 'RS256'))
}

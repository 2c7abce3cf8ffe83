/** What a sign-in leaves in a tab, for a browser that is measured and not watched. */

import { findDemoUser, subjectOf } from '../../../local/demo-users.ts'
import type { RunningHost } from '../../../local/running-host.ts'

/** Name and content of the entry in `sessionStorage`. */
export async function signedInTab(host: RunningHost, username: string): Promise<readonly [string, string]> {
  const user = findDemoUser(username)
  if (user === undefined) throw new Error(`${username} is no demo user`)
  const kept = {
    access_token: await host.token(username),
    token_type: 'Bearer',
    scope: 'openid',
    profile: { sub: subjectOf(user), name: user.name, iss: host.issuer, aud: host.clientId, exp: 0, iat: 0 },
    expires_at: Math.floor(Date.now() / 1000) + host.accessTokenSeconds,
  }
  return [`oidc.user:${host.issuer}:${host.clientId}`, JSON.stringify(kept)]
}

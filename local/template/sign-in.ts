/** The user pool of the template and the client the web signs in with. */
import * as z from 'zod/mini'
import type { Template } from './template.ts'

export interface HostedClient {
  readonly clientId: string
  /** As the authoriser names it. */
  readonly poolIssuer: string
  readonly callbackUrls: readonly string[]
  readonly logoutUrls: readonly string[]
  readonly scopes: readonly string[]
  readonly accessTokenSeconds: number
  readonly refreshTokenSeconds: number
}

const ClientProperties = z.object({
  UserPoolId: z.string(),
  CallbackURLs: z._default(z.array(z.string()), []),
  LogoutURLs: z._default(z.array(z.string()), []),
  AllowedOAuthScopes: z._default(z.array(z.string()), ['openid']),
  AccessTokenValidity: z.optional(z.number()),
  RefreshTokenValidity: z.optional(z.number()),
  TokenValidityUnits: z.optional(
    z.object({ AccessToken: z.optional(z.string()), RefreshToken: z.optional(z.string()) }),
  ),
})

const unitSeconds: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 }

export function readClients(template: Template): readonly HostedClient[] {
  return template.declared('AWS::Cognito::UserPoolClient').map(declared => {
    const properties = ClientProperties.parse(declared.properties)
    const { TokenValidityUnits: units = {} } = properties
    return {
      clientId: declared.ref,
      poolIssuer: `https://cognito-idp.${template.region}.amazonaws.com/${properties.UserPoolId}`,
      callbackUrls: properties.CallbackURLs,
      logoutUrls: properties.LogoutURLs,
      scopes: properties.AllowedOAuthScopes,
      accessTokenSeconds: (properties.AccessTokenValidity ?? 1) * (unitSeconds[units.AccessToken ?? 'hours'] ?? 3600),
      refreshTokenSeconds:
        (properties.RefreshTokenValidity ?? 30) * (unitSeconds[units.RefreshToken ?? 'days'] ?? 86_400),
    }
  })
}

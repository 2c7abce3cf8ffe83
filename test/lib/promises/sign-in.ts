/** Officers' accounts: made by an administrator, two factors, short tokens, groups that the functions understand. */
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { readCaller } from '../../../functions/platform/caller.ts'
import { roles } from '../../../functions/platform/permissions.ts'
import { stages } from '../../../lib/stage.ts'
import { template } from '../synthesis.ts'

const [pool] = template.declared('AWS::Cognito::UserPool')
const [client, ...otherClients] = template.declared('AWS::Cognito::UserPoolClient')

describe('accounts', () => {
  it('are made by an administrator, behind two factors of which none is a text message', () => {
    expect(pool?.properties).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      DeletionProtection: 'ACTIVE',
    })
  })

  it('are used by one page, which keeps no secret and asks by code alone', () => {
    expect(client?.properties).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid'],
      CallbackURLs: ['http://localhost:5173/signed-in'],
      EnableTokenRevocation: true,
      PreventUserExistenceErrors: 'ENABLED',
    })
    expect(otherClients).toEqual([])
  })

  it('have tokens of fifteen minutes, since the authoriser does not see that somebody was put out', () => {
    expect(client?.properties).toMatchObject({
      AccessTokenValidity: 15,
      TokenValidityUnits: { AccessToken: 'minutes' },
    })
  })
})

const Group = z.object({ GroupName: z.string() })

describe('groups', () => {
  const names = template
    .declared('AWS::Cognito::UserPoolGroup')
    .map(({ properties }) => Group.parse(properties).GroupName)

  it('are those of the stage', () => {
    expect(names.sort()).toEqual([...stages.dev.staffGroups].sort())
  })

  it.each(Object.values(stages))('of $name are each understood by the functions, for every role', ({ staffGroups }) => {
    const grants = staffGroups.flatMap(
      group => readCaller({ sub: 'officer', 'cognito:groups': `[${group}]` })?.grants ?? [],
    )
    expect(grants.map(({ role, place }) => `${role}@${place}`)).toEqual(staffGroups)
    expect(new Set(grants.map(({ role }) => role))).toEqual(new Set(roles))
  })
})

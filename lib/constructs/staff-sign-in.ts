/** Officers' accounts. Nobody signs up; an administrator makes each account and puts it into groups `role@place`. */
import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib'
import * as cognito from 'aws-cdk-lib/aws-cognito'
import { Construct } from 'constructs'
import { type Stage, webAddressOf } from '../stage.ts'
import { pinLogicalId } from './zone-tables.ts'

/** Where the sign-in page sends an officer back to: a page of the web app. */
export const redirectPath = '/signed-in'
export const scope = 'openid'

export class StaffSignIn extends Construct {
  readonly userPool: cognito.UserPool
  readonly webClient: cognito.UserPoolClient
  /** Address of the sign-in page. */
  readonly page: string
  /** The `iss` of its tokens. */
  readonly issuer: string

  constructor(parent: Construct, id: string, stage: Stage) {
    super(parent, id)
    this.userPool = new cognito.UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { username: true }, // many officers have no e-mail address of the service
      signInCaseSensitive: false,
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      // One password typed at a crowded post is soon a known one. An app on the officer's phone, not SMS: it needs no
      // network at the post, costs nothing, and survives a stolen number.
      mfa: cognito.Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: cognito.AccountRecovery.NONE, // by an administrator who knows the officer
      featurePlan: cognito.FeaturePlan.PLUS,
      standardThreatProtectionMode: cognito.StandardThreatProtectionMode.FULL_FUNCTION,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    pinLogicalId(this.userPool, 'StaffPool')
    for (const group of stage.staffGroups)
      new cognito.CfnUserPoolGroup(this, `Group ${group}`, { userPoolId: this.userPool.userPoolId, groupName: group })

    const address = `kamohelo-${stage.name}-${Aws.ACCOUNT_ID}`
    this.page = this.userPool.addDomain('Page', { cognitoDomain: { domainPrefix: address } }).baseUrl()
    this.webClient = this.userPool.addClient('Web', {
      generateSecret: false, // a page keeps no secret: the code is bound to the page that asked by PKCE
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [cognito.OAuthScope.OPENID],
        callbackUrls: [`${webAddressOf(stage)}${redirectPath}`],
        logoutUrls: [`${webAddressOf(stage)}/`], // as the desks send it: Cognito compares letter by letter
      },
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      // The authoriser does not see that a user was put out: a token is short, and what renews it can be revoked.
      accessTokenValidity: Duration.minutes(15),
      idTokenValidity: Duration.minutes(15),
      refreshTokenValidity: Duration.hours(72), // as long as a tablet's pass (design.md 5)
    })
    this.issuer = this.userPool.userPoolProviderUrl
  }
}

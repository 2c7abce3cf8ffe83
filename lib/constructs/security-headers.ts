/**
 * What the browser may do on the desks' pages. The local host reads this policy from the template and sends the same.
 * Nothing from elsewhere: no script, style, font or picture; connections to ourselves and to the sign-in page alone.
 */
import { Duration } from 'aws-cdk-lib'
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront'
import { Construct } from 'constructs'
import type { StaffSignIn } from './staff-sign-in.ts'

const contentSecurityPolicy = (issuer: string, signInPage: string): string =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'", // Argon2, which keeps the PIN on the tablet, is WebAssembly
    "style-src 'self'",
    "img-src 'self' data: blob:",
    'media-src blob:', // a recording of the notice, fetched from ourselves and kept for use without a network
    "font-src 'self'",
    `connect-src 'self' ${issuer}/ ${signInPage}`, // a slash at its end names all that is below,
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** A reception tablet takes photographs and nothing else of what a browser can sense. */
const permissionsPolicy = 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()'

export class SecurityHeaders extends Construct {
  readonly policy: cloudfront.ResponseHeadersPolicy

  constructor(scope: Construct, id: string, signIn: StaffSignIn) {
    super(scope, id)
    this.policy = new cloudfront.ResponseHeadersPolicy(this, 'Policy', {
      comment: 'Kamohelo: the desks run what we serve and nothing else',
      securityHeadersBehavior: {
        contentSecurityPolicy: {
          contentSecurityPolicy: contentSecurityPolicy(signIn.issuer, signIn.page),
          override: true,
        },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: cloudfront.HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: cloudfront.HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(730), includeSubdomains: true, override: true },
      },
      customHeadersBehavior: {
        customHeaders: [
          { header: 'Permissions-Policy', value: permissionsPolicy, override: true },
          { header: 'Cross-Origin-Resource-Policy', value: 'same-origin', override: true },
        ],
      },
    })
  }
}

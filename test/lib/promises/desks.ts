/** What the browser of an officer is given, and by which way. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { template } from '../synthesis.ts'

const HeadersProperties = z.object({
  ResponseHeadersPolicyConfig: z.object({
    SecurityHeadersConfig: z.object({
      ContentSecurityPolicy: z.object({ ContentSecurityPolicy: z.string(), Override: z.literal(true) }),
      FrameOptions: z.object({ FrameOption: z.literal('DENY') }),
      ContentTypeOptions: z.object({ Override: z.literal(true) }),
      ReferrerPolicy: z.object({ ReferrerPolicy: z.literal('no-referrer') }),
      StrictTransportSecurity: z.object({ AccessControlMaxAgeSec: z.number() }),
    }),
  }),
})

const repository = join(import.meta.dirname, '..', '..', '..')
const Settings = z.object({ app: z.string(), build: z.string() })

const [headers] = template.declared('AWS::CloudFront::ResponseHeadersPolicy')
const { SecurityHeadersConfig } = HeadersProperties.parse(headers?.properties).ResponseHeadersPolicyConfig
const policy = new Map(
  SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy.split('; ').map(line => {
    const [name = '', ...sources] = line.split(' ')
    return [name, sources]
  }),
)

it('are built before anything is deployed: a fresh clone has no web/dist', () => {
  const { app, build } = Settings.parse(JSON.parse(readFileSync(join(repository, 'cdk.json'), 'utf8')))
  expect(app).toBe('node bin/kamohelo.ts')
  expect(build).toMatch(/^vite build web /)
})

describe('the content security policy', () => {
  it('allows nothing that is not named', () => {
    expect(policy.get('default-src')).toEqual(["'none'"])
    for (const name of ['base-uri', 'form-action', 'frame-ancestors']) expect(policy.get(name)).toEqual(["'none'"])
  })

  it('runs our own script and WebAssembly, and compiles no text', () => {
    expect(policy.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"])
    expect(policy.get('style-src')).toEqual(["'self'"])
  })

  it('plays what it fetched from ourselves, and no sound from elsewhere', () => {
    expect(policy.get('media-src')).toEqual(['blob:'])
  })

  it('connects to ourselves, the token issuer and the sign-in page', () => {
    const [pool] = template.declared('AWS::Cognito::UserPool')
    const [self, issuer, page, ...others] = policy.get('connect-src') ?? []
    expect([self, issuer]).toEqual(["'self'", `${pool?.attribute('ProviderURL')}/`])
    expect(page).toMatch(/^https:\/\/kamohelo-dev-\d+\.auth\.af-south-1\.amazoncognito\.com$/)
    expect(others).toEqual([])
  })
})

const Behavior = z.object({
  TargetOriginId: z.string(),
  ViewerProtocolPolicy: z.literal('redirect-to-https'),
  ResponseHeadersPolicyId: z.string(),
  CachePolicyId: z.string(),
  OriginRequestPolicyId: z.optional(z.string()),
  AllowedMethods: z.optional(z.array(z.string())),
  FunctionAssociations: z.optional(z.array(z.object({ EventType: z.string() }))),
})
const DistributionProperties = z.object({
  DistributionConfig: z.object({
    DefaultCacheBehavior: Behavior,
    CacheBehaviors: z.array(z.extend(Behavior, { PathPattern: z.string() })),
    CustomErrorResponses: z.optional(z.unknown()),
    Origins: z.array(
      z.object({
        Id: z.string(),
        DomainName: z.string(),
        OriginPath: z.optional(z.string()),
        OriginAccessControlId: z.optional(z.string()),
      }),
    ),
  }),
})
const [distribution] = template.declared('AWS::CloudFront::Distribution')
const config = DistributionProperties.parse(distribution?.properties).DistributionConfig
/** Kept by CloudFront: caching switched off; every header of the viewer's, the token among them, but Host. */
const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad'
const allViewerExceptHost = 'b689b0a8-53d0-40ab-baf2-68738e2966ac'

describe('the distribution', () => {
  const origin = (id: string) => config.Origins.find(({ Id }) => Id === id)

  it('leads /v1/* to the API by the door only it knows, caching nothing and passing the token on', () => {
    const [toApi, ...others] = config.CacheBehaviors
    const [stage] = template.declared('AWS::ApiGatewayV2::Stage')
    expect(others).toEqual([])
    expect(toApi).toMatchObject({
      PathPattern: '/v1/*',
      CachePolicyId: cachingDisabled,
      OriginRequestPolicyId: allViewerExceptHost,
      AllowedMethods: expect.arrayContaining(['GET', 'PUT', 'POST']),
    })
    expect(origin(toApi?.TargetOriginId ?? '')).toMatchObject({
      DomainName: expect.stringContaining('.execute-api.'),
      OriginPath: `/${stage?.properties['StageName']}`,
    })
  })

  it('reads the files by its own leave, and opens the app at every path of it', () => {
    expect(origin(config.DefaultCacheBehavior.TargetOriginId)?.OriginAccessControlId).toMatch(/./)
    expect(config.DefaultCacheBehavior.FunctionAssociations).toEqual([{ EventType: 'viewer-request' }])
  })

  it('turns no error of the API into a page', () => {
    expect(config.CustomErrorResponses).toBeUndefined()
  })

  it('sends the same headers with everything', () => {
    const sent = [config.DefaultCacheBehavior, ...config.CacheBehaviors].map(each => each.ResponseHeadersPolicyId)
    expect(new Set(sent)).toEqual(new Set([headers?.ref]))
  })
})

const CloudFrontFunction = z.object({ FunctionCode: z.string() })

describe('opening the app at any path', () => {
  const [code] = template
    .declared('AWS::CloudFront::Function')
    .map(({ properties }) => CloudFrontFunction.parse(properties).FunctionCode)
  const pathFor = (uri: string): unknown => new Function('request', `${code}; return handler({ request }).uri`)({ uri })

  it.each([
    ['/', '/index.html'],
    ['/tasks/0193a3a0', '/index.html'],
    ['/signed-in', '/index.html'],
    ['/reception/MB', '/reception.html'],
    ['/reception/MB/arrivals/0193a3a0/intake', '/reception.html'],
    ['/assets/app-3f2a.js', '/assets/app-3f2a.js'],
    ['/config.json', '/config.json'],
    ['/manifest.webmanifest', '/manifest.webmanifest'],
  ])('%s is %s', (asked, given) => {
    expect(pathFor(asked)).toBe(given)
  })
})

/** The distribution of the template: which paths go where, the headers it adds, what it shows for a missing file. */
import * as z from 'zod/mini'
import type { Template } from './template.ts'

export interface SiteBehaviour {
  /** `/v1/*`; the default behaviour has none. */
  readonly pattern?: string
  /** Whether the API stands behind it; else the built web application does. */
  readonly api: boolean
  /** What the distribution puts before every path it passes to the origin. */
  readonly originPath: string
  /** Headers the distribution adds to what it passes to the origin. */
  readonly originHeaders: Readonly<Record<string, string>>
  /** Headers of every answer: content policy and its like. */
  readonly responseHeaders: Readonly<Record<string, string>>
  /** Source of a CloudFront function that runs on each request. */
  readonly viewerRequestCode?: string
}

export interface HostedSite {
  readonly rootObject: string
  /** In the order they are tried; the default one last. */
  readonly behaviours: readonly SiteBehaviour[]
  readonly errorPages: ReadonlyMap<number, { readonly path: string; readonly status: number }>
}

const Behaviour = z.object({
  PathPattern: z.optional(z.string()),
  TargetOriginId: z.string(),
  ResponseHeadersPolicyId: z.optional(z.string()),
  FunctionAssociations: z.optional(z.array(z.object({ EventType: z.string(), FunctionARN: z.string() }))),
})
const Origin = z.object({
  Id: z.string(),
  DomainName: z.string(),
  OriginPath: z._default(z.string(), ''),
  OriginCustomHeaders: z.optional(z.array(z.object({ HeaderName: z.string(), HeaderValue: z.string() }))),
})
const DistributionProperties = z.object({
  DistributionConfig: z.object({
    DefaultRootObject: z._default(z.string(), 'index.html'),
    DefaultCacheBehavior: Behaviour,
    CacheBehaviors: z._default(z.array(Behaviour), []),
    Origins: z.array(Origin),
    CustomErrorResponses: z._default(
      z.array(
        z.object({
          ErrorCode: z.number(),
          ResponseCode: z.optional(z.number()),
          ResponsePagePath: z.optional(z.string()),
        }),
      ),
      [],
    ),
  }),
})

const HeadersPolicy = z.object({
  ResponseHeadersPolicyConfig: z.object({
    SecurityHeadersConfig: z.optional(
      z.object({
        ContentSecurityPolicy: z.optional(z.object({ ContentSecurityPolicy: z.string() })),
        ContentTypeOptions: z.optional(z.unknown()),
        FrameOptions: z.optional(z.object({ FrameOption: z.string() })),
        ReferrerPolicy: z.optional(z.object({ ReferrerPolicy: z.string() })),
      }),
    ),
    CustomHeadersConfig: z.optional(
      z.object({ Items: z.optional(z.array(z.object({ Header: z.string(), Value: z.string() }))) }),
    ),
  }),
})

/** Strict transport is left out, and no request is upgraded to TLS: this machine speaks plain HTTP to itself. */
function headersOf(properties: unknown): Record<string, string> {
  const { SecurityHeadersConfig: security = {}, CustomHeadersConfig: custom } =
    HeadersPolicy.parse(properties).ResponseHeadersPolicyConfig
  const headers: Record<string, string> = {}
  const policy = security.ContentSecurityPolicy?.ContentSecurityPolicy
  if (policy !== undefined)
    headers['content-security-policy'] = policy.replace(/;?\s*upgrade-insecure-requests\s*(?=;|$)/, '')
  if (security.ContentTypeOptions !== undefined) headers['x-content-type-options'] = 'nosniff'
  if (security.FrameOptions !== undefined) headers['x-frame-options'] = security.FrameOptions.FrameOption
  if (security.ReferrerPolicy !== undefined) headers['referrer-policy'] = security.ReferrerPolicy.ReferrerPolicy
  for (const { Header, Value } of custom?.Items ?? []) headers[Header.toLowerCase()] = Value
  return headers
}

const FunctionCode = z.object({ FunctionCode: z.string() })

/** Undefined where the template declares no distribution. */
export function readSite(template: Template): HostedSite | undefined {
  const [distribution] = template.declared('AWS::CloudFront::Distribution')
  if (distribution === undefined) return undefined
  const { DistributionConfig: config } = DistributionProperties.parse(distribution.properties)
  const policies = new Map(
    template
      .declared('AWS::CloudFront::ResponseHeadersPolicy')
      .map(declared => [declared.ref, headersOf(declared.properties)]),
  )
  const codes = new Map(
    template
      .declared('AWS::CloudFront::Function')
      .map(declared => [declared.attribute('FunctionARN'), FunctionCode.parse(declared.properties).FunctionCode]),
  )
  const origins = new Map(config.Origins.map(origin => [origin.Id, origin]))

  const behaviour = (written: z.infer<typeof Behaviour>): SiteBehaviour => {
    const origin = origins.get(written.TargetOriginId)
    const association = written.FunctionAssociations?.find(({ EventType }) => EventType === 'viewer-request')
    const code = codes.get(association?.FunctionARN ?? '')
    return {
      ...(written.PathPattern === undefined ? {} : { pattern: written.PathPattern }),
      api: origin?.DomainName.includes('.execute-api.') ?? false,
      originPath: origin?.OriginPath ?? '',
      originHeaders: Object.fromEntries(
        (origin?.OriginCustomHeaders ?? []).map(({ HeaderName, HeaderValue }) => [
          HeaderName.toLowerCase(),
          HeaderValue,
        ]),
      ),
      responseHeaders: policies.get(written.ResponseHeadersPolicyId ?? '') ?? {},
      ...(code === undefined ? {} : { viewerRequestCode: code }),
    }
  }

  return {
    rootObject: config.DefaultRootObject,
    behaviours: [...config.CacheBehaviors.map(behaviour), behaviour(config.DefaultCacheBehavior)],
    errorPages: new Map(
      config.CustomErrorResponses.flatMap(({ ErrorCode, ResponseCode = ErrorCode, ResponsePagePath: path }) =>
        path === undefined ? [] : [[ErrorCode, { path, status: ResponseCode }]],
      ),
    ),
  }
}

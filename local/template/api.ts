/** The HTTP API of the template: its routes, the function behind each, and who may call it. */
import * as z from 'zod/mini'
import type { Template } from './template.ts'

export interface JwtAuthorizer {
  readonly issuer: string
  readonly audience: readonly string[]
}

export interface HostedRoute {
  /** `GET /v1/tasks/{taskId}`, or `$default`. */
  readonly key: string
  readonly functionArn: string
  readonly authorizer?: JwtAuthorizer
  readonly scopes: readonly string[]
}

export interface HostedApi {
  readonly id: string
  readonly stage: string
  readonly routes: readonly HostedRoute[]
}

const RouteProperties = z.object({
  ApiId: z.string(),
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z._default(z.string(), 'NONE'),
  AuthorizerId: z.optional(z.string()),
  AuthorizationScopes: z._default(z.array(z.string()), []),
})
const IntegrationProperties = z.object({
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
})
const AuthorizerProperties = z.object({
  AuthorizerType: z.literal('JWT'),
  JwtConfiguration: z.object({ Issuer: z.string(), Audience: z.array(z.string()) }),
})
const StageProperties = z.object({ ApiId: z.string(), StageName: z.string() })

/** `arn:…:lambda:path/…/functions/<function ARN>/invocations` or the function's ARN itself. */
const functionArn = (uri: string): string => /functions\/(.+)\/invocations$/.exec(uri)?.[1] ?? uri

export function readApis(template: Template): readonly HostedApi[] {
  const integrations = new Map(
    template.declared('AWS::ApiGatewayV2::Integration').map(declared => {
      const { IntegrationUri: uri } = IntegrationProperties.parse(declared.properties)
      return [`integrations/${declared.ref}`, functionArn(uri)]
    }),
  )
  const authorizers = new Map(
    template.declared('AWS::ApiGatewayV2::Authorizer').map((declared): [string, JwtAuthorizer] => {
      const { JwtConfiguration: jwt } = AuthorizerProperties.parse(declared.properties)
      return [declared.ref, { issuer: jwt.Issuer, audience: jwt.Audience }]
    }),
  )
  const stages = new Map(
    template.declared('AWS::ApiGatewayV2::Stage').map(declared => {
      const { ApiId, StageName } = StageProperties.parse(declared.properties)
      return [ApiId, StageName]
    }),
  )
  const routes = template.declared('AWS::ApiGatewayV2::Route').map(declared => {
    const properties = RouteProperties.parse(declared.properties)
    const target = integrations.get(properties.Target)
    if (target === undefined) throw new Error(`${properties.RouteKey} has no integration`)
    const authorizer = authorizers.get(properties.AuthorizerId ?? '')
    if (properties.AuthorizationType !== 'NONE' && authorizer === undefined)
      throw new Error(`${properties.RouteKey} is authorised in a way the local host does not know`)
    return {
      api: properties.ApiId,
      key: properties.RouteKey,
      functionArn: target,
      scopes: properties.AuthorizationScopes,
      ...(properties.AuthorizationType === 'NONE' || authorizer === undefined ? {} : { authorizer }),
    }
  })
  return template.declared('AWS::ApiGatewayV2::Api').map(({ ref }) => ({
    id: ref,
    stage: stages.get(ref) ?? '$default',
    routes: routes.filter(route => route.api === ref).map(({ api: _, ...route }) => route),
  }))
}

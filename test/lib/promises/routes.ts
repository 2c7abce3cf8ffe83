/** The API has the contracts' routes, signed in but for those a contract calls public, behind one door. */
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { allRoutes, capabilityNames, routesOf } from '../../../functions/contracts.ts'
import { routeKey } from '../../../functions/platform/route.ts'
import { readApis } from '../../../local/template/api.ts'
import { functionNamed, template } from '../synthesis.ts'

const [api, ...otherApis] = readApis(template)
const routes = api?.routes ?? []

describe('the API', () => {
  it('has every route of the contracts, and no other', () => {
    const declared = routes.map(({ key }) => key).filter(key => key !== '$default')
    expect(declared.sort()).toEqual(allRoutes.map(routeKey).sort())
    expect(otherApis).toEqual([])
  })

  it('answers what is no route through the function that touches no data', () => {
    const rest = routes.find(({ key }) => key === '$default')
    expect(rest?.functionArn).toBe(functionNamed('reference').arn)
  })

  it('sends each route to the function of its capability', () => {
    for (const capability of capabilityNames)
      for (const route of routesOf(capability)) {
        const hosted = routes.find(({ key }) => key === routeKey(route))
        expect([route.name, hosted?.functionArn]).toEqual([route.name, functionNamed(capability).arn])
      }
  })

  it('opens to strangers only what is listed here', () => {
    expect(routes.filter(({ authorizer }) => authorizer === undefined).map(({ key }) => key)).toEqual([
      'GET /v1/openapi.json',
    ])
  })

  it("takes tokens of the officers' pool made for the web client", () => {
    const [pool] = template.declared('AWS::Cognito::UserPool')
    const [client] = template.declared('AWS::Cognito::UserPoolClient')
    const accepted = new Set(routes.flatMap(({ authorizer }) => (authorizer ? [JSON.stringify(authorizer)] : [])))
    expect([...accepted]).toEqual([JSON.stringify({ issuer: pool?.attribute('ProviderURL'), audience: [client?.ref] })])
  })

  it('answers within the thirty seconds that it waits for a function', () => {
    const waits = template
      .declared('AWS::ApiGatewayV2::Integration')
      .map(({ properties }) => properties['TimeoutInMillis'])
    for (const capability of capabilityNames) {
      const { declared } = functionNamed(capability)
      expect(Number(declared.properties['Timeout'])).toBeLessThan(30)
    }
    expect(waits.every(wait => Number(wait) < 30_000)).toBe(true)
  })
})

const StageProperties = z.object({
  StageName: z.string(),
  AutoDeploy: z.boolean(),
  AccessLogSettings: z.object({ Format: z.string() }),
  DefaultRouteSettings: z.object({ ThrottlingRateLimit: z.number(), ThrottlingBurstLimit: z.number() }),
})

describe('the one door', () => {
  const stages = template.declared('AWS::ApiGatewayV2::Stage')

  it("is a path that nobody knows: the stack's own number, which stands in no template", () => {
    const raw = template.assembly.stacks.flatMap(stack => [...stack.resources.values()])
    const stage = raw.find(({ type }) => type === 'AWS::ApiGatewayV2::Stage')
    expect(stage?.properties['StageName']).toEqual({
      'Fn::Select': [2, { 'Fn::Split': ['/', { Ref: 'AWS::StackId' }] }],
    })
    expect(stages).toHaveLength(1)
  })

  it('is slowed, and logs neither paths, addresses, officers nor lengths', () => {
    const settings = StageProperties.parse(stages[0]?.properties)
    expect(settings.DefaultRouteSettings.ThrottlingRateLimit).toBeGreaterThan(0)
    expect(Object.values(JSON.parse(settings.AccessLogSettings.Format)).sort()).toEqual([
      '$context.authorizer.error',
      '$context.integrationErrorMessage',
      '$context.requestId',
      '$context.responseLatency',
      '$context.routeKey',
      '$context.status',
    ])
  })
})

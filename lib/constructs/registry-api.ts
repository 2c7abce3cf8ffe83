/**
 * The HTTP API, made from the contracts: what no contract declares is `not-found`.
 *
 * It has one door, the distribution (docs/adr/0005-one-door.md): its stage is named by a number that only the
 * distribution's origin path knows, so the API's own address answers 404 to everybody who goes round the distribution.
 */
import { Aws, Duration, Fn, RemovalPolicy } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import * as apigateway from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch'
import * as logs from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { type CapabilityName, capabilityNames, routesOf } from '../../functions/contracts.ts'
import { type Route, routeKey } from '../../functions/platform/route.ts'
import { acknowledge } from '../acknowledge.ts'
import type { Stage } from '../stage.ts'
import type { CapabilityFunction } from './capability-function.ts'
import { fiveMinutes, OperatorAlarm, type Operators } from './operators.ts'
import type { StaffSignIn } from './staff-sign-in.ts'

export interface RegistryApiProps {
  readonly stage: Stage
  readonly operators: Operators
  readonly signIn: StaffSignIn
  readonly functionOf: (capability: CapabilityName) => CapabilityFunction
}

/** No path (it holds ids), no address, no officer, no length of an answer: which route, how long, how it ended. */
const accessLine = {
  requestId: '$context.requestId',
  route: '$context.routeKey',
  status: '$context.status',
  latencyMilliseconds: '$context.responseLatency',
  integrationError: '$context.integrationErrorMessage',
  authorizerError: '$context.authorizer.error',
}

export class RegistryApi extends Construct {
  readonly #api: apigateway.HttpApi
  readonly #stage: apigateway.HttpStage

  constructor(scope: Construct, id: string, { stage, operators, signIn, functionOf }: RegistryApiProps) {
    super(scope, id)
    this.#api = new apigateway.HttpApi(this, 'Api', {
      description: 'Kamohelo',
      createDefaultStage: false,
      defaultAuthorizer: new HttpJwtAuthorizer('Officers', signIn.issuer, {
        jwtAudience: [signIn.webClient.userPoolClientId],
      }),
    })
    this.#stage = this.#addStage(stage)
    for (const capability of capabilityNames) this.#addRoutes(capability, functionOf(capability))
    this.#addRouteForTheRest(functionOf('reference'))
    new OperatorAlarm(this, 'Faults', {
      operators,
      runbook: 'api-faults',
      meaning: 'Requests of officers end in a fault; tablets keep what they sent and try again.',
      metric: this.#stage.metricServerError({ period: fiveMinutes, statistic: cloudwatch.Stats.SUM }),
      threshold: 0,
    })
  }

  /** Host name of the API's own address. */
  get domainName(): string {
    return Fn.select(2, Fn.split('/', this.#api.apiEndpoint))
  }

  /** The path the distribution puts before every request. */
  get originPath(): string {
    // By reference: the number spelt out again in another stack would be that stack's.
    return `/${(this.#stage.node.defaultChild as apigateway.CfnStage).ref}`
  }

  #addStage({ throttle, logRetention, name }: Stage): apigateway.HttpStage {
    const accesses = new logs.LogGroup(this, 'Accesses', {
      retention: logRetention,
      removalPolicy: name === 'live' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    })
    return new apigateway.HttpStage(this, 'Stage', {
      httpApi: this.#api,
      // The stack's own UUID: drawn at random by CloudFormation, in no template and no repository.
      stageName: Fn.select(2, Fn.split('/', Aws.STACK_ID)),
      autoDeploy: true,
      throttle: { rateLimit: throttle.requestsPerSecond, burstLimit: throttle.burst },
      accessLogSettings: {
        destination: new apigateway.LogGroupLogDestination(accesses),
        format: AccessLogFormat.custom(JSON.stringify(accessLine)),
      },
    })
  }

  #addRoutes(capability: CapabilityName, to: CapabilityFunction): void {
    const integration = integrationOf(capability, to)
    for (const route of routesOf(capability)) this.#addRoute(route, integration)
  }

  /** What no contract declares is answered in the words every client reads, to officers alone: the chain finds no row. */
  #addRouteForTheRest(to: CapabilityFunction): void {
    new apigateway.HttpRoute(this, 'Rest', {
      httpApi: this.#api,
      routeKey: apigateway.HttpRouteKey.DEFAULT,
      integration: integrationOf('rest', to, true),
    })
  }

  #addRoute(route: Route, integration: HttpLambdaIntegration): void {
    const isPublic = route.permission === 'public'
    const made = new apigateway.HttpRoute(this, route.name, {
      httpApi: this.#api,
      routeKey: apigateway.HttpRouteKey.with(route.path, methods[route.method]),
      integration,
      ...(isPublic ? { authorizer: new apigateway.HttpNoneAuthorizer() } : {}),
    })
    if (isPublic)
      acknowledge(
        made,
        'AwsSolutions-APIG4',
        `${routeKey(route)} is public by its contract: it says nothing about anybody.`,
      )
  }
}

/** One permission for all routes of a function; that of the rest has an address of another form and needs its own. */
const integrationOf = (name: string, to: CapabilityFunction, ofOneRoute = false): HttpLambdaIntegration =>
  new HttpLambdaIntegration(`${name} function`, to.lambda, {
    payloadFormatVersion: apigateway.PayloadFormatVersion.VERSION_2_0,
    timeout: Duration.seconds(29),
    scopePermissionToRoute: ofOneRoute,
  })

const methods = {
  GET: apigateway.HttpMethod.GET,
  PUT: apigateway.HttpMethod.PUT,
  POST: apigateway.HttpMethod.POST,
} as const satisfies Record<Route['method'], apigateway.HttpMethod>

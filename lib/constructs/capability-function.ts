/** One Lambda, one role, one log group, one alarm. What the role may do comes from `lib/grants.ts` and nowhere else. */

import { Duration, RemovalPolicy, Size } from 'aws-cdk-lib'
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch'
import * as iam from 'aws-cdk-lib/aws-iam'
import * as lambda from 'aws-cdk-lib/aws-lambda'
import * as logs from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { acknowledge, type NagRule } from '../acknowledge.ts'
import { type FunctionName, functionSheets } from '../functions.ts'
import type { Stage } from '../stage.ts'
import { functionCode } from './function-code.ts'
import { fiveMinutes, OperatorAlarm, type Operators } from './operators.ts'

export interface CapabilityFunctionProps {
  readonly name: FunctionName
  readonly stage: Stage
  readonly operators: Operators
  /** A role made elsewhere, beside what only it may open; the function's own otherwise. */
  readonly role?: iam.Role
  /** Room for files under /tmp. */
  readonly scratchMegabytes?: number
}

const pascalCase = (name: string): string => name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())

/** A role that Lambda alone may take on, and that may do nothing yet. */
export const functionRole = (scope: Construct, id: string, description: string): iam.Role =>
  new iam.Role(scope, id, { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'), description })

export class CapabilityFunction extends Construct {
  readonly functionName: FunctionName
  readonly failureMeans: string
  readonly operators: Operators
  readonly lambda: lambda.Function
  readonly role: iam.Role
  readonly #policy: iam.Policy

  constructor(scope: Construct, { name, stage, operators, role, scratchMegabytes }: CapabilityFunctionProps) {
    super(scope, pascalCase(name))
    const { memoryMegabytes, timeoutSeconds, failureMeans } = functionSheets[name]
    this.functionName = name
    this.failureMeans = failureMeans
    this.operators = operators
    this.role = role ?? functionRole(this, 'Role', `The ${name} function`)

    const logGroup = new logs.LogGroup(this, 'Logs', {
      retention: stage.logRetention,
      removalPolicy: stage.name === 'live' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    })
    this.#policy = new iam.Policy(this, 'Policy', { roles: [this.role] })
    this.allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn])

    this.lambda = new lambda.Function(this, 'Function', {
      description: `Kamohelo: ${name}`,
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      handler: 'index.handler',
      code: functionCode(this, name),
      memorySize: memoryMegabytes,
      timeout: Duration.seconds(timeoutSeconds),
      role: this.role,
      logGroup,
      loggingFormat: lambda.LoggingFormat.JSON,
      ...(scratchMegabytes === undefined ? {} : { ephemeralStorageSize: Size.mebibytes(scratchMegabytes) }),
    })
    this.lambda.node.addDependency(this.#policy)
    new OperatorAlarm(this, 'Failing', {
      operators,
      runbook: `${name}-failing`,
      meaning: failureMeans,
      metric: this.#faults(logGroup),
      threshold: 0,
    })
  }

  /**
   * Runs that broke and faults that were answered: a fault of ours becomes an answer (`request-failed`), which Lambda
   * counts as a good run, and which inside a request of many commands the API counts as one too.
   */
  #faults(logGroup: logs.LogGroup): cloudwatch.IMetric {
    const logged = logGroup.addMetricFilter('Faults', {
      filterPattern: logs.FilterPattern.stringValue('$.level', '=', 'ERROR'),
      metricNamespace: 'Kamohelo',
      metricName: `${this.functionName}-faults`,
      metricValue: '1',
    })
    return new cloudwatch.MathExpression({
      expression: 'FILL(broken, 0) + FILL(answered, 0)',
      period: fiveMinutes,
      usingMetrics: {
        broken: this.lambda.metricErrors({ period: fiveMinutes }),
        answered: logged.metric({ period: fiveMinutes, statistic: cloudwatch.Stats.SUM }),
      },
    })
  }

  /** Adds a statement to the function's own role. */
  allow(
    actions: readonly string[],
    resources: readonly string[],
    conditions?: Record<string, Record<string, unknown>>,
  ): void {
    this.#policy.addStatements(
      new iam.PolicyStatement({
        actions: [...actions],
        resources: [...resources],
        ...(conditions === undefined ? {} : { conditions }),
      }),
    )
  }

  /** Tells the function where something is; a grant gives this and its statement together. */
  tell(name: string, value: string): void {
    this.lambda.addEnvironment(name, value)
  }

  /** Lets another function call this one, and tells it the name. */
  grantInvoke(to: CapabilityFunction): void {
    to.allow(['lambda:InvokeFunction'], [this.lambda.functionArn])
    to.tell(`FUNCTION_${this.functionName.replaceAll('-', '_').toUpperCase()}`, this.lambda.functionName)
  }

  /** A finding on this function's permissions that stays, and why. */
  acknowledge(rule: NagRule, reason: string): void {
    acknowledge(this.#policy, rule, reason)
  }
}

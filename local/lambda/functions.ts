/** All functions of the template, each with its own access key, role, environment and log. */
import { randomBytes } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Principal } from '../aws/permissions.ts'
import { type DurableQueue, openDurableQueue } from '../durable-queue.ts'
import type { HostedFunction } from '../template/functions.ts'
import { type LineLog, openLineLog } from './line-log.ts'
import { createRunner, type FunctionRunner, type InvocationOutcome } from './runner.ts'

export interface Functions {
  /** By name, ARN, ARN with a version, or partial ARN. */
  find(nameOrArn: string): HostedFunction | undefined
  invoke(hosted: HostedFunction, event: string): Promise<InvocationOutcome>
  /** Takes the event for good and invokes later, with two more attempts, as an asynchronous invocation does. */
  invokeLater(hosted: HostedFunction, event: string): Promise<void>
  principalOf(accessKeyId: string): Principal | undefined
  /** What each function finds in its environment, its access key too, by its name. */
  environments(): Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Asynchronous invocations not ended yet. */
  waiting(): number
  stop(): Promise<void>
}

export interface FunctionsOptions {
  readonly hosted: readonly HostedFunction[]
  readonly region: string
  /** Where every AWS client is to go. */
  readonly gatewayUrl: string
  readonly dataFolder: string
  /** An asynchronous invocation that failed three times. */
  onGivenUp(hosted: HostedFunction, event: string, error: unknown): Promise<void>
}

const endpoints = ['DYNAMODB', 'S3', 'KMS', 'SNS', 'SQS', 'EVENTBRIDGE', 'LAMBDA']
/** AWS waits one and two minutes; nobody waits that long on one machine. */
const retryAfterMilliseconds = [1000, 2000]

/** Letters and digits only: DynamoDB Local refuses other access keys. */
const newAccessKey = (): string => `AKIA${randomBytes(10).toString('hex').toUpperCase()}`

interface Surroundings {
  readonly region: string
  readonly gatewayUrl: string
  /** Stands for a Lambda's `/tmp`: what a function keeps there goes with its host. */
  readonly scratchFolder: string
}

function environmentOf(hosted: HostedFunction, accessKeyId: string, surroundings: Surroundings) {
  const { region, gatewayUrl, scratchFolder } = surroundings
  return {
    ...hosted.environment,
    TMPDIR: scratchFolder,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: hosted.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(hosted.memoryMegabytes),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${hosted.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    LAMBDA_TASK_ROOT: hosted.folder,
    TZ: ':UTC',
    ...Object.fromEntries(endpoints.map(service => [`AWS_ENDPOINT_URL_${service}`, gatewayUrl])),
  }
}

interface Running {
  readonly hosted: HostedFunction
  readonly environment: Readonly<Record<string, string>>
  readonly log: LineLog
  readonly runner: FunctionRunner
}

const isQueued = (message: unknown): message is { functionArn: string; event: string } =>
  typeof message === 'object' && message !== null && 'functionArn' in message && 'event' in message

export async function hostFunctions(options: FunctionsOptions): Promise<Functions> {
  const { hosted, region, gatewayUrl, dataFolder, onGivenUp } = options
  const logFolder = join(dataFolder, 'logs')
  await mkdir(logFolder, { recursive: true })
  const scratchFolder = join(dataFolder, 'tmp')
  await rm(scratchFolder, { recursive: true, force: true })
  await mkdir(scratchFolder)

  const principals = new Map<string, Principal>()
  const byArn = new Map<string, Running>()
  for (const one of hosted) {
    const accessKeyId = newAccessKey()
    principals.set(accessKeyId, { kind: 'role', roleArn: one.roleArn, session: one.name })
    const log = openLineLog(join(logFolder, `${one.name}.jsonl`))
    const environment = environmentOf(one, accessKeyId, { region, gatewayUrl, scratchFolder })
    byArn.set(one.arn, { hosted: one, environment, log, runner: createRunner({ hosted: one, environment, log }) })
  }
  const byName = new Map([...byArn.values()].map(running => [running.hosted.name, running]))

  const running = (nameOrArn: string): Running | undefined => {
    const name = /(?:^|:function:)([\w-]+)(?::[\w$-]+)?$/.exec(nameOrArn)?.[1] ?? nameOrArn
    return byArn.get(nameOrArn) ?? byName.get(name)
  }

  async function invoke({ arn }: HostedFunction, event: string): Promise<InvocationOutcome> {
    const found = byArn.get(arn)
    if (found === undefined) throw new Error(`${arn} is not hosted here`)
    return found.runner.invoke(event)
  }

  const queue: DurableQueue = await openDurableQueue({
    folder: join(dataFolder, 'queues', 'invocations'),
    retryAfterMilliseconds,
    async deliver(message) {
      const target = isQueued(message) ? running(message.functionArn) : undefined
      if (target === undefined || !isQueued(message)) return // a function of an earlier template
      const outcome = await target.runner.invoke(message.event)
      if ('error' in outcome) throw new Error(`${outcome.error.errorType}: ${outcome.error.errorMessage}`)
    },
    async onGivenUp(message, error) {
      const target = isQueued(message) ? running(message.functionArn) : undefined
      if (target !== undefined && isQueued(message)) await onGivenUp(target.hosted, message.event, error)
    },
  })

  return {
    find: nameOrArn => running(nameOrArn)?.hosted,
    invoke,
    invokeLater: ({ arn }, event) => queue.push({ functionArn: arn, event }),
    principalOf: accessKeyId => principals.get(accessKeyId),
    environments: () =>
      Object.fromEntries([...byArn.values()].map(({ hosted: { name }, environment }) => [name, environment])),
    waiting: queue.waiting,
    async stop() {
      await queue.stop()
      await Promise.all([...byArn.values()].map(({ runner }) => runner.stop()))
      await Promise.all([...byArn.values()].map(({ log }) => log.close()))
    },
  }
}

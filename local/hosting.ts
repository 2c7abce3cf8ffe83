/** Puts the parts together: one synthesised assembly, one data folder, one port. */
import { mkdir } from 'node:fs/promises'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { AdminTasks } from './admin.ts'
import { startGateway } from './aws/gateway.ts'
import { type MessageFiles, openMessageFiles } from './aws/message-files.ts'
import { createPermissions } from './aws/permissions.ts'
import { openStandIns } from './aws/stand-ins.ts'
import type { HostFile } from './data-folder.ts'
import { type DynamoDbLocal, startDynamoDbLocal } from './dynamodb-local.ts'
import { ensureTables } from './ensure-tables.ts'
import { openBus } from './events/bus.ts'
import { openFront } from './http/front.ts'
import { type Functions, hostFunctions } from './lambda/functions.ts'
import { startScheduler } from './schedules/scheduler.ts'
import { startStreamMappings } from './streams/mappings.ts'
import { readStreamMappings } from './template/event-sources.ts'
import { readFunctions } from './template/functions.ts'
import { readResourcePolicies, readRoles } from './template/roles.ts'
import { readRules } from './template/rules.ts'
import { readSchedules } from './template/schedules.ts'
import { readTables } from './template/tables.ts'
import { openTemplate, type Template } from './template/template.ts'
import { findWebFolder } from './template/web-files.ts'

export interface HostingOptions {
  readonly assemblyFolder: string
  readonly dataFolder: string
  /** Already listening. */
  readonly server: Server
  readonly siteUrl: string
  /** The free number on slips, as a stage would name it. */
  readonly helpLine?: string | undefined
  /** A database that somebody else runs; without it DynamoDB Local is started. */
  readonly databaseEndpoint?: string
  onWarning(message: string, fields: Record<string, unknown>): void
}

export interface Hosting extends AdminTasks {
  readonly host: Omit<HostFile, 'adminUrl' | 'pid'>
  /** Resolves with a sentence when something we cannot do without has ended. */
  readonly lost: Promise<string>
  stop(): Promise<void>
}

type Warn = HostingOptions['onWarning']

async function openDatabase({ dataFolder, databaseEndpoint }: HostingOptions): Promise<DynamoDbLocal> {
  if (databaseEndpoint !== undefined)
    return { endpoint: databaseEndpoint, lost: new Promise(() => {}), async stop() {} }
  const logs = join(dataFolder, 'logs')
  await mkdir(logs, { recursive: true })
  return startDynamoDbLocal({ dataFolder: join(dataFolder, 'dynamodb'), logFile: join(logs, 'dynamodb.log') })
}

function openPermissions(template: Template) {
  const roles = readRoles(template)
  const resourcePolicies = readResourcePolicies(template)
  const all = JSON.stringify([...roles.values(), ...resourcePolicies.values()])
  return {
    permissions: createPermissions({ account: template.account, roles, resourcePolicies }),
    attributesMatter: /dynamodb:Attributes/i.test(all),
  }
}

/** Where a rule's input ends: a function runs later, a topic or queue keeps the text. */
function delivery(functions: Functions, topicFiles: MessageFiles, queueFiles: MessageFiles) {
  return async (arn: string, input: string): Promise<void> => {
    const service = arn.split(':')[2]
    const hosted = service === 'lambda' ? functions.find(arn) : undefined
    if (hosted !== undefined) return functions.invokeLater(hosted, input)
    const value: unknown = JSON.parse(input)
    const text = typeof value === 'string' ? value : input
    if (service === 'sns') await topicFiles.append(arn, { message: text })
    else if (service === 'sqs') await queueFiles.append(arn, { body: text })
    else throw new Error(`${arn} is not hosted here`)
  }
}

async function openMessages(dataFolder: string) {
  return {
    topicFiles: await openMessageFiles(join(dataFolder, 'sns')),
    queueFiles: await openMessageFiles(join(dataFolder, 'sqs')),
  }
}

const report =
  (onWarning: Warn, message: string) =>
  (error: unknown): void =>
    onWarning(message, { error: error instanceof Error ? (error.stack ?? error.message) : String(error) })

export async function startHosting(options: HostingOptions): Promise<Hosting> {
  const { assemblyFolder, dataFolder, server, siteUrl, helpLine, onWarning } = options
  const template = await openTemplate(assemblyFolder)
  const { region, account } = template
  const { permissions, attributesMatter } = openPermissions(template)
  const tables = readTables(template)
  const { topicFiles, queueFiles } = await openMessages(dataFolder)

  const database = await openDatabase(options)
  const credentials = { accessKeyId: 'host', secretAccessKey: 'local' }
  const streams = await ensureTables(new DynamoDBClient({ endpoint: database.endpoint, region, credentials }), tables)

  const gateway = await startGateway(report(onWarning, 'gateway-fault'))
  const functions = await hostFunctions({
    hosted: readFunctions(template),
    region,
    gatewayUrl: gateway.url,
    dataFolder,
    async onGivenUp(hosted, event, error) {
      onWarning('invocation-given-up', { function: hosted.name, error: String(error) })
      if (hosted.deadLetterArn !== undefined) await queueFiles.append(hosted.deadLetterArn, { body: event })
    },
  })
  const rules = readRules(template)
  const deliver = delivery(functions, topicFiles, queueFiles)
  const bus = await openBus({ rules, account, region, permissions, dataFolder, deliver, onWarning })
  const wrote: { table?: (arn: string) => void } = {}
  const services = await openStandIns({
    ...{ template, tables, dataFolder, permissions, functions, bus, topicFiles, queueFiles, attributesMatter },
    databaseEndpoint: database.endpoint,
    onWrite: tableArn => wrote.table?.(tableArn),
  })
  gateway.open(services, functions.principalOf)

  const mappings = await startStreamMappings({
    ...{ tables, streams, region, functions, permissions, dataFolder, onWarning },
    mappings: readStreamMappings(template),
    endpoint: database.endpoint,
    sendToQueue: async (arn, body) => void (await queueFiles.append(arn, { body: JSON.stringify(body) })),
  })
  wrote.table = mappings.wrote
  const schedules = readSchedules(template)
  const scheduler = startScheduler({ schedules, rules, account, region, functions, bus, permissions, onWarning })
  const { client, signIn } = await openFront({
    ...{ template, server, siteUrl, helpLine, dataFolder, functions, permissions },
    webFolder: findWebFolder(template) ?? join(dataFolder, 'no-web-application'),
    onFault: report(onWarning, 'request-fault'),
  })

  async function settled(): Promise<void> {
    // Twice: what a stream's reader put on the bus may have invoked a function that wrote again.
    for (let quietRounds = 0; quietRounds < 2; ) {
      await mappings.settled()
      quietRounds = bus.waiting() === 0 && functions.waiting() === 0 ? quietRounds + 1 : 0
      if (quietRounds === 0) await pause(20)
    }
  }

  return {
    host: {
      url: siteUrl,
      issuer: signIn.issuer,
      clientId: client.clientId,
      scope: client.scopes.join(' '),
      accessTokenSeconds: client.accessTokenSeconds,
      databaseEndpoint: database.endpoint,
      ...(database.pid === undefined ? {} : { databasePid: database.pid }),
    },
    lost: database.lost,
    schedules: () => scheduler.names,
    run: scheduler.run,
    settled,
    environments: functions.environments,
    async stop() {
      scheduler.stop()
      server.close()
      server.closeIdleConnections()
      await mappings.stop()
      await bus.stop()
      await functions.stop()
      await gateway.close()
      server.closeAllConnections()
      await signIn.save()
      await database.stop()
    },
  }
}

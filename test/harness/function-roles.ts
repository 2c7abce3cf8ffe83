/** Every function of the template by its own access key: what AWS, and none of our code, lets each of them do. */
import { type AttributeValue, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { KMSClient } from '@aws-sdk/client-kms'
import type { Zone } from '../../functions/platform/tables.ts'
import { type FunctionName, functionSheets } from '../../lib/functions.ts'
import type { HostDoor } from './host-process.ts'

export interface FunctionRole {
  readonly name: FunctionName
  readonly database: DynamoDBClient
  readonly keys: KMSClient
  readonly bus: EventBridgeClient
}

export interface Roles {
  readonly roles: readonly FunctionRole[]
  /** Table names. */
  readonly tables: Readonly<Record<Zone, string>>
  readonly sealingKeyId: string
  readonly busName: string
}

const isFunctionName = (name: string): name is FunctionName => Object.hasOwn(functionSheets, name)

/** `kamohelo-dev-api-FollowUpFunction5F37093A` to `follow-up`. */
function ownName(logicalName: string): FunctionName {
  const [, words = ''] = /-(\w+)Function[0-9A-F]{8}$/.exec(logicalName) ?? []
  const name = words.replace(/(?<=[a-z])[A-Z]/g, letter => `-${letter}`).toLowerCase()
  if (!isFunctionName(name)) throw new Error(`${logicalName} is none of the functions in lib/functions.ts`)
  return name
}

type Environment = Readonly<Record<string, string>>

function roleOf(name: FunctionName, environment: Environment): FunctionRole {
  const shared = {
    region: environment['AWS_REGION'] ?? '',
    credentials: {
      accessKeyId: environment['AWS_ACCESS_KEY_ID'] ?? '',
      secretAccessKey: environment['AWS_SECRET_ACCESS_KEY'] ?? '',
    },
    maxAttempts: 1,
  }
  const at = (service: string) => ({ ...shared, endpoint: environment[`AWS_ENDPOINT_URL_${service}`] ?? '' })
  return {
    name,
    database: new DynamoDBClient(at('DYNAMODB')),
    keys: new KMSClient(at('KMS')),
    bus: new EventBridgeClient(at('EVENTBRIDGE')),
  }
}

export async function functionRoles(host: HostDoor): Promise<Roles> {
  const environments = Object.entries(await host.functions())
  const told = (variable: string): string => {
    const found = environments.map(([, environment]) => environment[variable]).find(value => value !== undefined)
    if (found === undefined) throw new Error(`no function is told ${variable}`)
    return found
  }
  return {
    roles: environments.map(([name, environment]) => roleOf(ownName(name), environment)),
    tables: {
      registry: told('REGISTRY_TABLE'),
      ledger: told('LEDGER_TABLE'),
      protection: told('PROTECTION_TABLE'),
      audit: told('AUDIT_TABLE'),
    },
    sealingKeyId: told('PROTECTION_KEY_ID'),
    busName: told('BUS_NAME'),
  }
}

/** Past every policy, straight to the database: for a test to look at what is stored. */
export const pastEveryPolicy = ({ databaseEndpoint }: Pick<HostDoor, 'databaseEndpoint'>): DynamoDBClient =>
  new DynamoDBClient({
    endpoint: databaseEndpoint,
    region: 'af-south-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  })

export type Item = Record<string, AttributeValue>

const refusal = /^User: arn:aws:sts::\d+:assumed-role\/\S+ is not authorized to perform: (\S+)/

/** `refused <action>` where the policy says no; else the name of the error, or `done`. */
export async function outcomeOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt
    return 'done'
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const [, action] = refusal.exec(error.message) ?? []
    return error.name === 'AccessDeniedException' && action !== undefined ? `refused ${action}` : error.name
  }
}

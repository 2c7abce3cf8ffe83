/** One table per confidentiality zone (docs/adr/0001-tables-per-zone.md); keys and indexes are those of `tables.ts`. */
import { type CfnElement, RemovalPolicy } from 'aws-cdk-lib'
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb'
import { Construct } from 'constructs'
import {
  expiry,
  type IndexDefinition,
  indexes,
  partitionKey,
  sortKey,
  streamed,
  type Zone,
  zones,
} from '../../functions/platform/tables.ts'
import type { TableGrant } from '../grants.ts'
import type { CapabilityFunction } from './capability-function.ts'

const text = (name: string): dynamodb.Attribute => ({ name, type: dynamodb.AttributeType.STRING })

/** Keeps a stateful resource's name in the template whatever is moved around it: a new name is a new, empty resource. */
export function pinLogicalId(resource: Construct, logicalId: string): void {
  const element = resource.node.defaultChild as CfnElement
  element.overrideLogicalId(logicalId)
}

const readOnly: TableGrant['actions'] = ['GetItem', 'Query']

export class ZoneTable extends Construct {
  readonly table: dynamodb.Table
  readonly zone: Zone

  constructor(scope: Construct, zone: Zone) {
    super(scope, zone)
    this.zone = zone
    // The table is under the AWS-owned key: a key of our own would have to be usable by every writer, and so seal nothing.
    this.table = new dynamodb.Table(this, 'Table', {
      partitionKey: text(partitionKey),
      sortKey: text(sortKey),
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      stream: dynamodb.StreamViewType[streamed[zone]],
      ...(zone === 'registry' && { timeToLiveAttribute: expiry }),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    pinLogicalId(this.table, `${zone.charAt(0).toUpperCase()}${zone.slice(1)}Table`)
    for (const index of indexes[zone]) this.#addIndex(index)
  }

  #addIndex({ name, include, ...keys }: IndexDefinition): void {
    this.table.addGlobalSecondaryIndex({
      indexName: name,
      partitionKey: text(keys.partitionKey),
      sortKey: text(keys.sortKey),
      ...(include.length > 0
        ? { projectionType: dynamodb.ProjectionType.INCLUDE, nonKeyAttributes: [...include] }
        : { projectionType: dynamodb.ProjectionType.KEYS_ONLY }),
    })
  }

  /** Permission and environment together; reading alone unless asked. */
  grant(to: CapabilityFunction, { actions = readOnly, index, prefixes, blind }: Partial<TableGrant> = {}): void {
    const conditions = {
      // `ForAllValues` is also true of no value at all, so its being there is asked for too.
      ...(prefixes && {
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': prefixes.map(prefix => `${prefix}*`) },
        Null: { 'dynamodb:LeadingKeys': 'false' },
      }),
      ...(blind && { StringEqualsIfExists: { 'dynamodb:ReturnValues': 'NONE' } }),
    }
    to.allow(
      actions.map(action => `dynamodb:${action}`),
      [index === undefined ? this.table.tableArn : `${this.table.tableArn}/index/${index}`],
      Object.keys(conditions).length > 0 ? conditions : undefined,
    )
    to.tell(tableVariables[this.zone], this.table.tableName)
  }
}

const tableVariables = {
  registry: 'REGISTRY_TABLE',
  ledger: 'LEDGER_TABLE',
  protection: 'PROTECTION_TABLE',
  audit: 'AUDIT_TABLE',
} as const satisfies Record<Zone, string>

export type ZoneTables = Readonly<Record<Zone, ZoneTable>>

export function zoneTables(scope: Construct): ZoneTables {
  const tables = new Map(zones.map(zone => [zone, new ZoneTable(scope, zone)]))
  const of = (zone: Zone): ZoneTable => tables.get(zone) ?? new ZoneTable(scope, zone)
  return { registry: of('registry'), ledger: of('ledger'), protection: of('protection'), audit: of('audit') }
}

/** What officers ask: one Lambda per capability behind the HTTP API. */
import { Stack, type StackProps } from 'aws-cdk-lib'
import type { Role } from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'
import { type CapabilityName, capabilityNames } from '../functions/contracts.ts'
import { sealedPrefix } from '../functions/platform/tables.ts'
import { applyGrants } from './apply-grants.ts'
import { CapabilityFunction } from './constructs/capability-function.ts'
import { RegistryApi } from './constructs/registry-api.ts'
import { RepeatedRun } from './constructs/repeated-run.ts'
import { keyBegins, StreamReader } from './constructs/stream-reader.ts'
import type { DataStack } from './data-stack.ts'
import type { Stage } from './stage.ts'

export interface ApiStackProps extends StackProps {
  readonly stage: Stage
  readonly data: DataStack
  /** Made in the reports stack, beside the lake it reads. */
  readonly reports: CapabilityFunction
}

export class ApiStack extends Stack {
  readonly api: RegistryApi

  constructor(scope: Construct, id: string, { stage, data, reports, ...props }: ApiStackProps) {
    super(scope, id, props)
    const { operators, tables, sealedZone, deviceKeys, attachments, signIn } = data
    const guardedRoles = new Map<CapabilityName, Role>([
      ['protection', sealedZone.role],
      ['devices', deviceKeys.passRole],
      ['commands', deviceKeys.deliveryRole],
      ['attachments', attachments.role],
    ])
    const capabilities = new Map<CapabilityName, CapabilityFunction>([['reports', reports]])
    for (const name of capabilityNames.filter(each => each !== 'reports')) {
      const role = guardedRoles.get(name)
      const made = new CapabilityFunction(this, { name, stage, operators, ...(role && { role }) })
      made.tell('RESTORE_EPOCH', String(stage.restoreEpoch))
      capabilities.set(name, made)
    }
    const functionOf = (name: CapabilityName): CapabilityFunction => {
      const made = capabilities.get(name)
      if (made === undefined) throw new Error(`no function for ${name}`)
      return made
    }
    for (const name of capabilityNames.filter(each => each !== 'reports'))
      applyGrants(functionOf(name), { data, capabilities })

    new StreamReader(this, 'SealedRecords', {
      of: tables.protection,
      by: functionOf('protection'),
      events: ['INSERT'],
      only: keyBegins(sealedPrefix),
    })
    new RepeatedRun(this, 'ReleasedRecords', { of: functionOf('commands'), rhythm: { everyMinutes: 5 } })
    this.api = new RegistryApi(this, 'Registry', { stage, operators, signIn, functionOf })
  }
}

/** Turns the rows of `lib/grants.ts` into permissions and environment of one function. */
import type { CapabilityName } from '../functions/contracts.ts'
import { lakePrefixes } from '../functions/platform/lake.ts'
import type { CapabilityFunction } from './constructs/capability-function.ts'
import type { DistrictNotices } from './constructs/district-notices.ts'
import type { PrivateBucket } from './constructs/private-bucket.ts'
import type { DataStack } from './data-stack.ts'
import { type FunctionGrant, grants } from './grants.ts'

/** What a stack has to give. Asking for something it has not is a fault of ours, found at synthesis. */
export interface Givers {
  readonly data: DataStack
  readonly lake?: PrivateBucket
  readonly notices?: DistrictNotices
  /** Functions already made, for the one that calls them. */
  readonly capabilities?: ReadonlyMap<CapabilityName, CapabilityFunction>
}

export function applyGrants(to: CapabilityFunction, givers: Givers): void {
  for (const grant of grants[to.functionName]) give(to, grant, givers)
}

function give(to: CapabilityFunction, grant: FunctionGrant, { data, lake, notices, capabilities }: Givers): void {
  switch (grant.kind) {
    case 'table':
      data.tables[grant.zone].grant(to, grant)
      break
    case 'stream': // given by the StreamReader, which refuses a function without this row
      break
    case 'unseal':
      data.sealedZone.grantUnseal(to)
      break
    case 'passes':
      data.deviceKeys.grantPasses(to)
      break
    case 'delivery':
      data.deviceKeys.grantDelivery(to)
      break
    case 'attachments':
      if (grant.access === 'keep') data.attachments.grantKeep(to)
      else data.attachments.grantWithdraw(to)
      break
    case 'parts':
      data.parts.grantRead(to)
      data.parts.grantWrite(to)
      data.parts.grantRemove(to, 'parts/')
      break
    case 'archive':
      data.archive.grantWrite(to)
      break
    case 'lake':
      if (grant.access === 'read') here(lake, to).grantRead(to)
      else here(lake, to).grantWrite(to, lakePrefixes[grant.part])
      break
    case 'announce':
      here(notices, to).grantAnnounce(to)
      break
    case 'invoke':
      for (const name of grant.functions) here(capabilities?.get(name), to).grantInvoke(to)
  }
}

function here<T>(giver: T | undefined, to: CapabilityFunction): T {
  if (giver === undefined) throw new Error(`${to.functionName} is granted what its stack does not have`)
  return giver
}

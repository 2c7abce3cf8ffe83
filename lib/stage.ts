/** dev, staging and live as typed values: the only place where they differ. */
import { RetentionDays } from 'aws-cdk-lib/aws-logs'
import { districtRoles, type Role } from '../functions/platform/permissions.ts'
import { type DistrictCode, districtCodes, type PostCode, postCodes, posts } from '../functions/platform/places.ts'

export const stageNames = ['dev', 'staging', 'live'] as const
export type StageName = (typeof stageNames)[number]

export interface Stage {
  readonly name: StageName
  /** Hosting abroad is a cross-border transfer (domain.md 7): a choice of the data controller, so never fixed in code. */
  readonly region: string
  /** Where the desks are opened: the sign-in page sends officers back to no other address. Follows from `webDomain`. */
  readonly webAddress?: string
  /** A name of our own and its certificate (us-east-1); without them the distribution's own name is used. */
  readonly webDomain?: { readonly name: string; readonly certificateArn: string }
  /** The edge stack's output (us-east-1): known once that stack stands. */
  readonly webAclArn?: string
  /** `role@place`, as `functions/platform/permissions.ts` reads them from the token. */
  readonly staffGroups: readonly string[]
  readonly logRetention: RetentionDays
  /** How long an audit entry cannot be deleted, and whether anybody at all could shorten it. */
  readonly archive: { readonly lock: 'governance' | 'compliance'; readonly retentionDays: number }
  readonly throttle: { readonly requestsPerSecond: number; readonly burst: number }
  /** Counts up after a restore from backup, so that tablets send again what they still hold (design.md 5). */
  readonly restoreEpoch: number
  /** The free number printed on every slip. Without one the desk says that there is none. */
  readonly helpLine?: string
  /** E-mail addresses that alarms go to. */
  readonly operators: readonly string[]
  /** E-mail addresses of a district's duty desk; each confirms its subscription itself. */
  readonly districtDesks: Partial<Record<DistrictCode, readonly string[]>>
}

const postRoles = ['reception', 'screening', 'supplies', 'supervisor', 'immigration'] as const satisfies readonly Role[]
const nationalRoles = [
  'protection',
  'finance',
  'analyst',
  'administrator',
  'auditor',
] as const satisfies readonly Role[]

const groupsFor = (postsServed: readonly PostCode[], districtsServed: readonly DistrictCode[]): readonly string[] => [
  ...postRoles.flatMap(role => postsServed.map(post => `${role}@${post}`)),
  ...districtRoles.flatMap(role => districtsServed.map(district => `${role}@${district}`)),
  ...nationalRoles.map(role => `${role}@*`),
]

const mainPosts = posts.filter(post => post.priority === 1)

const dev: Stage = {
  name: 'dev',
  region: 'af-south-1',
  webAddress: 'http://localhost:5173',
  staffGroups: groupsFor(
    mainPosts.map(({ code }) => code),
    mainPosts.map(({ district }) => district),
  ),
  logRetention: RetentionDays.ONE_MONTH,
  archive: { lock: 'governance', retentionDays: 1 },
  throttle: { requestsPerSecond: 50, burst: 100 },
  restoreEpoch: 0,
  operators: [],
  districtDesks: {},
}

/** Logs one year, audit seven (domain.md 7, PROPOSAL: no statutory figure found). */
const live: Stage = {
  name: 'live',
  region: dev.region,
  staffGroups: groupsFor(postCodes, districtCodes),
  logRetention: RetentionDays.ONE_YEAR,
  archive: { lock: 'compliance', retentionDays: 7 * 365 + 2 },
  throttle: { requestsPerSecond: 500, burst: 1000 },
  restoreEpoch: 0,
  operators: [],
  districtDesks: {},
}

const staging: Stage = { ...live, name: 'staging', archive: { lock: 'governance', retentionDays: 30 } }

export const stages: Readonly<Record<StageName, Stage>> = { dev, staging, live }

/** The stage of that name; throws, naming the choices, where there is none. */
export function stageNamed(name: string): Stage {
  const found = stageNames.find(each => each === name)
  if (found === undefined) throw new Error(`no stage ${name}: choose one of ${stageNames.join(', ')}`)
  return stages[found]
}

/** Where officers open the desks; throws where nobody has said so. */
export function webAddressOf({ name, webAddress, webDomain }: Stage): string {
  const address = webDomain === undefined ? webAddress : `https://${webDomain.name}`
  if (address === undefined)
    throw new Error(`where are the desks of ${name} opened? Say -c webAddress=https://…, or webDomain in lib/stage.ts`)
  return address
}

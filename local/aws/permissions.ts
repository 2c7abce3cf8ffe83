/** Decides each call as IAM would, by the roles and resource policies of the template; decisions are remembered. */
import { runSimulation } from '@cloud-copilot/iam-simulate'
import type { NamedPolicy, PolicyDocument } from '../template/roles.ts'
import { type ConditionClasses, type Context, conditionClasses } from './condition-classes.ts'

export type { Context } from './condition-classes.ts'

/** A function in its role, or an AWS service acting for a rule, a route or a schedule. */
export type Principal =
  | { readonly kind: 'role'; readonly roleArn: string; readonly session: string }
  | { readonly kind: 'service'; readonly service: string }

export interface Ask {
  readonly action: string
  /** ARN, or `*` where the action names no resource. */
  readonly resource: string
  readonly context?: Context
}

export interface Permissions {
  /** The answer itself where it is remembered, else a promise of it. */
  allows(principal: Principal, ask: Ask): boolean | Promise<boolean>
  /** The first of these that is refused, if any. */
  firstRefused(principal: Principal, asks: readonly Ask[]): Promise<Ask | undefined>
}

const rememberedAtMost = 20_000
const noSuchThing = new Set(['invalid.action', 'invalid.service', 'no.resource.types'])

/** The account is in no organisation: nothing above the role narrows it. */
const noOrganisation = [
  {
    orgIdentifier: 'none',
    policies: [
      { name: 'all', policy: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] } },
    ],
  },
]

/** How the principal is named to a policy, and in a refusal. */
export function principalArn(principal: Principal): string {
  if (principal.kind === 'service') return principal.service
  const [, account, role] = /^arn:aws:iam::(\d+):role\/(?:.*\/)?([^/]+)$/.exec(principal.roleArn) ?? []
  return `arn:aws:sts::${account}:assumed-role/${role}/${principal.session}`
}

const callContext = (principal: Principal): Record<string, string> => ({
  // Calls stay on this machine; towards AWS the SDK always speaks TLS.
  'aws:SecureTransport': 'true',
  's3:TlsVersion': '1.3',
  'aws:PrincipalIsAWSService': String(principal.kind === 'service'),
  ...(principal.kind === 'role' ? { 'aws:PrincipalArn': principal.roleArn, 'aws:PrincipalType': 'AssumedRole' } : {}),
})

/** What is the same for every call of one principal on one resource. */
interface Pair {
  readonly classes: ConditionClasses
  /** Begins the key under which a decision is remembered. */
  readonly name: string
  readonly context: Readonly<Record<string, string>>
}

export interface PermissionsOptions {
  readonly account: string
  readonly roles: ReadonlyMap<string, readonly NamedPolicy[]>
  readonly resourcePolicies: ReadonlyMap<string, PolicyDocument>
}

/** The resource that carries the policy: an index's table, an object's bucket. */
const policyHolder = (arn: string): string =>
  arn.startsWith('arn:aws:s3:::') ? (arn.split('/')[0] ?? arn) : arn.replace(/(:table\/[^/]+)\/.*$/, '$1')

export function createPermissions({ account, roles, resourcePolicies }: PermissionsOptions): Permissions {
  const remembered = new Map<string, boolean>()
  const pairs = new WeakMap<Principal, Map<string, Pair>>()

  const policiesOf = (principal: Principal): readonly NamedPolicy[] =>
    principal.kind === 'role' ? (roles.get(principal.roleArn) ?? []) : []

  function pairOf(principal: Principal, holder: string): Pair {
    const ofPrincipal = pairs.get(principal) ?? new Map<string, Pair>()
    pairs.set(principal, ofPrincipal)
    const found = ofPrincipal.get(holder)
    if (found !== undefined) return found
    const onResource = resourcePolicies.get(holder)
    const classes = conditionClasses([
      ...policiesOf(principal).map(({ policy }) => policy),
      ...(onResource === undefined ? [] : [onResource]),
    ])
    const context = callContext(principal)
    const made = { classes, context, name: `${principalArn(principal)} ${classes.classOf(context)}` }
    ofPrincipal.set(holder, made)
    return made
  }

  async function simulate(
    principal: Principal,
    ask: Ask,
    context: Record<string, string | string[]>,
  ): Promise<boolean> {
    const resourcePolicy = resourcePolicies.get(policyHolder(ask.resource))
    const outcome = await runSimulation(
      {
        request: {
          principal: principalArn(principal),
          action: ask.action,
          resource: { resource: ask.resource, accountId: account },
          contextVariables: context,
        },
        identityPolicies: [...policiesOf(principal)],
        serviceControlPolicies: principal.kind === 'role' ? noOrganisation : [],
        resourceControlPolicies: [],
        ...(resourcePolicy === undefined ? {} : { resourcePolicy }),
      },
      {},
    )
    if (outcome.resultType !== 'error') return outcome.overallResult === 'Allowed'
    // No such action is something nobody may do; a policy that can't be read is a fault of the template.
    if (noSuchThing.has(outcome.errors.message)) return false
    throw new Error(`policy of ${principalArn(principal)}: ${JSON.stringify(outcome.errors)}`)
  }

  function allows(principal: Principal, ask: Ask): boolean | Promise<boolean> {
    const { classes, name, context } = pairOf(principal, policyHolder(ask.resource))
    const asked = ask.context === undefined ? '' : classes.classOf(ask.context)
    const key = `${ask.action} ${ask.resource} ${asked} ${name}`
    const known = remembered.get(key)
    if (known !== undefined) return known
    return simulate(principal, ask, classes.mentioned({ ...context, ...ask.context })).then(answer => {
      if (remembered.size >= rememberedAtMost) remembered.clear()
      remembered.set(key, answer)
      return answer
    })
  }

  return {
    allows,
    async firstRefused(principal, asks) {
      for (const ask of asks) {
        const answer = allows(principal, ask)
        if (!(typeof answer === 'boolean' ? answer : await answer)) return ask
      }
      return undefined
    },
  }
}

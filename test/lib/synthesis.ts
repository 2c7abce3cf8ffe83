/** One synthesis for all template tests, without code in the functions, read back as the local host reads it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App } from 'aws-cdk-lib'
import * as z from 'zod/mini'
import { type FunctionName, functionSheets } from '../../lib/functions.ts'
import { buildKamohelo, createApp } from '../../lib/kamohelo.ts'
import { type Stage, stages } from '../../lib/stage.ts'
import { type Context, createPermissions } from '../../local/aws/permissions.ts'
import { readResourcePolicies, readRoles } from '../../local/template/roles.ts'
import { type Declared, openTemplate } from '../../local/template/template.ts'

const folder = mkdtempSync(join(tmpdir(), 'kamohelo-template-'))
export const removeSynthesis = (): void => rmSync(folder, { recursive: true, force: true })

/** An app of that stage, synthesised without code; to look at its constructs. */
export function synthesise(stage: Stage): App {
  const app = createApp({ outdir: join(folder, stage.name), context: { bundle: false } })
  buildKamohelo(app, stage)
  app.synth()
  return app
}

export const app = synthesise(stages.dev)
export const template = await openTemplate(join(folder, 'dev'))

/** The resources of these types whose logical id is this; faults where there is not exactly one. */
export function theOne(logicalId: string, ...types: string[]): Declared {
  const [found, ...others] = template.declared(...types).filter(each => each.logicalId === logicalId)
  if (found === undefined || others.length > 0) throw new Error(`not exactly one ${logicalId}`)
  return found
}

const FunctionProperties = z.object({
  Role: z.string(),
  Description: z._default(z.string(), ''),
  Environment: z._default(z.object({ Variables: z.record(z.string(), z.string()) }), { Variables: {} }),
})

export const functionNames = Object.keys(functionSheets) as readonly FunctionName[]

/** Ours, by name; CDK's own upload function is not among them. */
export const functions = new Map(
  template.declared('AWS::Lambda::Function').flatMap(declared => {
    const { Role: roleArn, Description, Environment } = FunctionProperties.parse(declared.properties)
    const name = functionNames.find(each => Description === `Kamohelo: ${each}`)
    return name === undefined
      ? []
      : [[name, { roleArn, arn: declared.attribute('Arn'), environment: Environment.Variables, declared }] as const]
  }),
)

export function functionNamed(name: FunctionName) {
  const found = functions.get(name)
  if (found === undefined) throw new Error(`the template has no function ${name}`)
  return found
}

export const roles = readRoles(template)

/** Somebody to whom the account itself denies nothing: what stops them is the resource's own policy. */
export const administratorArn = `arn:aws:iam::${template.account}:role/administrator`
const everything = { Version: '2012-10-17', Statement: [{ Effect: 'Allow' as const, Action: '*', Resource: '*' }] }

const everyone = new Map([...roles, [administratorArn, [{ name: 'everything', policy: everything }]]])
const resourcePolicies = readResourcePolicies(template)
const permissions = createPermissions({ account: template.account, roles: everyone, resourcePolicies })

/** Whether IAM, by the synthesised policies, would let the role do it. */
export const may = async (roleArn: string, action: string, resource: string, context: Context = {}): Promise<boolean> =>
  permissions.allows({ kind: 'role', roleArn, session: 'test' }, { action, resource, context })

/** The same, had somebody added to that resource's policy that the whole account may do everything. */
export async function mayAfterMistake(roleArn: string, action: string, resource: string): Promise<boolean> {
  const mistake = {
    Effect: 'Allow' as const,
    Principal: { AWS: `arn:aws:iam::${template.account}:root` },
    Action: '*',
    Resource: '*',
  }
  const statements = [...(resourcePolicies.get(resource)?.Statement ?? []), mistake]
  const loosened = new Map([...resourcePolicies, [resource, { Version: '2012-10-17', Statement: statements }]])
  const judged = createPermissions({ account: template.account, roles: everyone, resourcePolicies: loosened })
  return judged.allows({ kind: 'role', roleArn, session: 'test' }, { action, resource })
}

/** Of these roles, the ones that would be let. */
export async function whoMay(action: string, resource: string, context: Context = {}): Promise<readonly string[]> {
  const answers = await Promise.all(
    [...roles.keys()].map(async arn => ({ arn, yes: await may(arn, action, resource, context) })),
  )
  return answers
    .filter(({ yes }) => yes)
    .map(({ arn }) => nameOfRole(arn))
    .sort()
}

/** The function whose role it is; the role's own name where it is no function's of ours. */
export const nameOfRole = (roleArn: string): string =>
  [...functions].find(([, each]) => each.roleArn === roleArn)?.[0] ?? roleArn

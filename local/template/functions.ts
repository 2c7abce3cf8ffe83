/** The Lambda functions of the template: their code on disk, their environment, their role. */
import { join } from 'node:path'
import * as z from 'zod/mini'
import type { Declared, Template } from './template.ts'

export interface HostedFunction {
  readonly name: string
  readonly arn: string
  readonly roleArn: string
  /** Folder the asset was made from. */
  readonly folder: string
  /** `index.handler`: file without ending, and export. */
  readonly handler: string
  readonly runtime: string
  readonly environment: Readonly<Record<string, string>>
  readonly timeoutSeconds: number
  readonly memoryMegabytes: number
  /** Where an asynchronous invocation goes after its last failure. */
  readonly deadLetterArn?: string
}

const FunctionProperties = z.object({
  Code: z.object({ S3Key: z.optional(z.string()) }),
  Handler: z.optional(z.string()),
  Runtime: z.optional(z.string()),
  Role: z.string(),
  Timeout: z._default(z.number(), 3),
  MemorySize: z._default(z.number(), 128),
  Environment: z.optional(z.object({ Variables: z.optional(z.record(z.string(), z.coerce.string())) })),
  DeadLetterConfig: z.optional(z.object({ TargetArn: z.optional(z.string()) })),
})

function readFunction(declared: Declared, template: Template): HostedFunction | undefined {
  const properties = FunctionProperties.parse(declared.properties)
  const { Handler: handler, Runtime: runtime } = properties
  // CDK's own helpers (uploads, clean-ups) work at deployment, in other languages too; they have no part here.
  if (handler === undefined || runtime === undefined || !runtime.startsWith('nodejs')) return undefined
  const hash = properties.Code.S3Key?.replace(/\.zip$/, '')
    .split('/')
    .at(-1)
  const folder = hash === undefined ? undefined : template.assembly.assets.get(hash)
  if (folder === undefined) return undefined
  const deadLetterArn = properties.DeadLetterConfig?.TargetArn
  return {
    name: declared.ref,
    arn: declared.attribute('Arn'),
    roleArn: properties.Role,
    folder: join(folder),
    handler,
    runtime,
    environment: properties.Environment?.Variables ?? {},
    timeoutSeconds: properties.Timeout,
    memoryMegabytes: properties.MemorySize,
    ...(deadLetterArn === undefined ? {} : { deadLetterArn }),
  }
}

/** Every function on Node that has code in the assembly. */
export function readFunctions(template: Template): readonly HostedFunction[] {
  return template
    .declared('AWS::Lambda::Function')
    .map(declared => readFunction(declared, template))
    .filter(hosted => hosted !== undefined)
}

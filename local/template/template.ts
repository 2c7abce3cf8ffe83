/** What the other files of the host see of the synthesised templates: resources by kind, everything resolved. */
import { type Assembly, readAssembly } from './assembly.ts'
import { createResolver } from './intrinsics.ts'

export interface Declared {
  readonly logicalId: string
  readonly stack: string
  readonly type: string
  /** What `Ref` of it says: a name, an id or an ARN, as CloudFormation has it for this kind. */
  readonly ref: string
  /** What `Fn::GetAtt` of it says; faults on an attribute the host cannot know. */
  attribute(name: string): string
  readonly properties: Readonly<Record<string, unknown>>
}

export interface Template {
  readonly region: string
  readonly account: string
  readonly assembly: Assembly
  /** Every resource of these CloudFormation types, in the order of the stacks. */
  declared(...types: string[]): readonly Declared[]
}

/** Reads the assembly in that folder; faults where there is none. */
export async function openTemplate(folder: string): Promise<Template> {
  const assembly = await readAssembly(folder)
  const resolver = createResolver(assembly)
  const resources = assembly.stacks.flatMap(stack => [...stack.resources.values()])
  // The edge stack may stand elsewhere: the region of the service is the one its tables are in.
  const home = resources.find(resource => /^AWS::DynamoDB::/.test(resource.type))?.stack
  const stack = assembly.stacks.find(({ name }) => name === home) ?? assembly.stacks[0]
  if (stack === undefined) throw new Error(`no stacks in ${folder}`)

  return {
    region: stack.region,
    account: stack.account,
    assembly,
    declared: (...types) =>
      resources
        .filter(resource => types.includes(resource.type))
        .map(resource => ({
          logicalId: resource.logicalId,
          stack: resource.stack,
          type: resource.type,
          get ref() {
            return resolver.identity(resource).ref
          },
          attribute(name) {
            const value = resolver.identity(resource).attributes[name]
            if (value === undefined) throw new Error(`${resource.logicalId} has no ${name} here`)
            return value
          },
          get properties() {
            return resolver.properties(resource)
          },
        })),
  }
}

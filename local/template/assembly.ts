/** Reads a synthesised cloud assembly: every resource of every stack, and where each asset lies on disk. */
import { readFile } from 'node:fs/promises'
import { isAbsolute, join, resolve } from 'node:path'
import * as z from 'zod/mini'

export interface Resource {
  readonly stack: string
  readonly logicalId: string
  readonly type: string
  /** As synthesised, intrinsic functions unresolved. */
  readonly properties: Readonly<Record<string, unknown>>
}

export interface Stack {
  readonly name: string
  readonly account: string
  readonly region: string
  readonly resources: ReadonlyMap<string, Resource>
  readonly parameters: ReadonlyMap<string, unknown>
  /** Export name (unresolved) and value (unresolved) of each exported output. */
  readonly exports: readonly { readonly name: unknown; readonly value: unknown }[]
}

export interface Assembly {
  readonly folder: string
  readonly stacks: readonly Stack[]
  /** Asset hash to the folder or file it was made from. */
  readonly assets: ReadonlyMap<string, string>
}

/** Where a template names no account or region: an account nobody owns, and the region the service is meant for. */
const anyAccount = '000000000000'
const anyRegion = 'af-south-1'

const Manifest = z.object({
  artifacts: z.optional(
    z.record(
      z.string(),
      z.object({
        type: z.string(),
        environment: z.optional(z.string()),
        properties: z.optional(
          z.object({
            templateFile: z.optional(z.string()),
            stackName: z.optional(z.string()),
            directoryName: z.optional(z.string()),
            file: z.optional(z.string()),
          }),
        ),
      }),
    ),
  ),
})

const Template = z.object({
  Parameters: z.optional(z.record(z.string(), z.object({ Default: z.optional(z.unknown()) }))),
  Outputs: z.optional(
    z.record(z.string(), z.object({ Value: z.unknown(), Export: z.optional(z.object({ Name: z.unknown() })) })),
  ),
  Resources: z.optional(
    z.record(z.string(), z.object({ Type: z.string(), Properties: z.optional(z.record(z.string(), z.unknown())) })),
  ),
})

const AssetManifest = z.object({
  files: z.optional(z.record(z.string(), z.object({ source: z.object({ path: z.optional(z.string()) }) }))),
})

const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'))

const known = (value: string | undefined, placeholder: string, otherwise: string): string =>
  value === undefined || value === '' || value === placeholder ? otherwise : value

async function readStack(folder: string, name: string, templateFile: string, environment = ''): Promise<Stack> {
  const template = Template.parse(await readJson(join(folder, templateFile)))
  const [account, region] = environment.replace(/^aws:\/\//, '').split('/')
  const resources = Object.entries(template.Resources ?? {}).map(
    ([logicalId, { Type: type, Properties: properties = {} }]): [string, Resource] => [
      logicalId,
      { stack: name, logicalId, type, properties },
    ],
  )
  return {
    name,
    account: known(account, 'unknown-account', anyAccount),
    region: known(region, 'unknown-region', anyRegion),
    resources: new Map(resources),
    parameters: new Map(Object.entries(template.Parameters ?? {}).map(([id, { Default }]) => [id, Default])),
    exports: Object.values(template.Outputs ?? {}).flatMap(output =>
      output.Export === undefined ? [] : [{ name: output.Export.Name, value: output.Value }],
    ),
  }
}

async function readAssets(folder: string, file: string): Promise<[string, string][]> {
  const { files = {} } = AssetManifest.parse(await readJson(join(folder, file)))
  return Object.entries(files).flatMap(([hash, { source }]) =>
    source.path === undefined ? [] : [[hash, isAbsolute(source.path) ? source.path : join(folder, source.path)]],
  )
}

/** Faults, naming the folder, where it holds no assembly. */
export async function readAssembly(folder: string): Promise<Assembly> {
  const stacks: Stack[] = []
  const assets = new Map<string, string>()
  async function readFolder(directory: string): Promise<void> {
    const { artifacts = {} } = Manifest.parse(await readJson(join(directory, 'manifest.json')))
    for (const [id, { type, environment, properties = {} }] of Object.entries(artifacts)) {
      const { templateFile, stackName = id, directoryName, file } = properties
      if (type === 'aws:cloudformation:stack' && templateFile !== undefined)
        stacks.push(await readStack(directory, stackName, templateFile, environment))
      if (type === 'cdk:asset-manifest' && file !== undefined)
        for (const [hash, path] of await readAssets(directory, file)) assets.set(hash, path)
      if (type === 'cdk:cloud-assembly' && directoryName !== undefined) await readFolder(join(directory, directoryName))
    }
  }
  const absolute = resolve(folder)
  await readFolder(absolute)
  if (stacks.length === 0) throw new Error(`no stacks in ${absolute}`)
  return { folder: absolute, stacks, assets }
}

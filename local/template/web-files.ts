/** The built web application as the template would upload it. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import type { Template } from './template.ts'

const DeploymentProperties = z.object({ SourceObjectKeys: z.array(z.string()) })

/** The folder that holds its `index.html`; undefined where the assembly was made without one. */
export function findWebFolder(template: Template): string | undefined {
  return template
    .declared('Custom::CDKBucketDeployment')
    .flatMap(({ properties }) => DeploymentProperties.parse(properties).SourceObjectKeys)
    .map(objectKey => template.assembly.assets.get(objectKey.replace(/\.zip$/, '')))
    .find(folder => folder !== undefined && existsSync(join(folder, 'index.html')))
}

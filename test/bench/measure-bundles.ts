/** How large a function's code is: what a cold start has to read. */
import { statSync } from 'node:fs'
import { capabilityNames } from '../../functions/contracts.ts'
import { withBundles } from './bundles.ts'
import type { Measure } from './measure.ts'

export const measureBundles = (): Promise<Measure[]> =>
  withBundles(async ({ fileOf }) => {
    const sizes = capabilityNames
      .map(name => ({ name, kilobytes: Math.round(statSync(fileOf(name)).size / 100) / 10 }))
      .sort((one, other) => other.kilobytes - one.kilobytes)
    return [
      {
        name: 'bundle-kilobytes-max',
        value: sizes[0]?.kilobytes ?? 0,
        unit: 'kB',
        bound: { most: 450 },
        detail: `minified: ${sizes.map(({ name, kilobytes }) => `${name} ${kilobytes}`).join(', ')}; the reports function's native database lies beside its bundle`,
      },
    ]
  })

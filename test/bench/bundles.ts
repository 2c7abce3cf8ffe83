/** Every API function's bundle, made as the synthesised template makes it, in a folder of its own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CapabilityName, capabilityNames } from '../../functions/contracts.ts'
import { bundle } from '../../lib/constructs/function-code.ts'

export interface Bundles {
  readonly fileOf: (name: CapabilityName) => string
}

/** Bundles all, hands them over, and clears up. */
export async function withBundles<T>(use: (bundles: Bundles) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'kamohelo-bundles-'))
  try {
    for (const name of capabilityNames) bundle(name, join(folder, name))
    return await use({ fileOf: name => join(folder, name, 'index.cjs') })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

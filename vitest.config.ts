import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** A report's SQL is imported as text, as the bundler's loader does it. */
const sqlAsText = {
  name: 'sql-as-text',
  async load(id: string): Promise<string | undefined> {
    return id.endsWith('.sql') ? `export default ${JSON.stringify(await readFile(id, 'utf8'))}` : undefined
  },
}

export default defineConfig({
  plugins: [sqlAsText],
  test: {
    globalSetup: ['test/harness/global-setup.ts'],
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    // A test that waits for a browser or for the host leaves half a core idle: two at a time even on two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // Of four thousand tests, some of them browsers on a busy machine, one may be unlucky: it is run once more, and the report
    // names it. Not where somebody works: there a test that fails now and then is looked into.
    retry: process.env['CI'] === undefined ? 0 : 1,
    // What a screen shows a moment later; a slow machine takes several.
    expect: { poll: { timeout: 20_000 } },
  },
})

/** What runs on Lambda is what runs here: one file for each function, from its own sources. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Stack } from 'aws-cdk-lib'
import { afterAll, describe, expect, it } from 'vitest'
import { CapabilityFunction } from '../../lib/constructs/capability-function.ts'
import { bundle } from '../../lib/constructs/function-code.ts'
import { Operators } from '../../lib/constructs/operators.ts'
import type { FunctionName } from '../../lib/functions.ts'
import { createApp } from '../../lib/kamohelo.ts'
import { stages } from '../../lib/stage.ts'
import { readFunctions } from '../../local/template/functions.ts'
import { openTemplate } from '../../local/template/template.ts'

const folder = mkdtempSync(join(tmpdir(), 'kamohelo-code-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const stackOf = (names: readonly FunctionName[], outdir: string) => {
  const app = createApp({ outdir, context: { duckDbArchitectures: 'host' } })
  const stack = new Stack(app, 'functions', { env: { region: 'af-south-1' } })
  const operators = new Operators(stack, 'Operators', [])
  for (const name of names) new CapabilityFunction(stack, { name, stage: stages.dev, operators })
  return app
}

describe('the code of a function', () => {
  it('is its own, though functions import from each other', async () => {
    const outdir = join(folder, 'two')
    stackOf(['dispatch', 'facts'], outdir).synth()
    const [dispatch, facts] = readFunctions(await openTemplate(outdir)).map(each =>
      readFileSync(join(each.folder, 'index.cjs'), 'utf8'),
    )
    expect(dispatch).toContain('BUS_NAME')
    expect(facts).toContain('LAKE_BUCKET')
    expect(facts).not.toContain('BUS_NAME')
  })

  it('has DuckDB beside it where it reads the lake, for this processor alone where one asks for no more', async () => {
    const outdir = join(folder, 'native')
    stackOf(['compaction', 'facts'], outdir).synth()
    const carried = readFunctions(await openTemplate(outdir)).map(each =>
      ['node-api', `node-bindings-linux-${process.arch}`].map(name =>
        existsSync(join(each.folder, 'node_modules', '@duckdb', name)),
      ),
    )
    expect(carried).toEqual([
      [true, true],
      [false, false],
    ])
  })

  it('is the same bytes from the same sources', () => {
    const [first, second] = ['first', 'second'].map(name => {
      bundle('dispatch', join(folder, name))
      return readFileSync(join(folder, name, 'index.cjs'), 'utf8')
    })
    expect(second).toBe(first)
  })

  it('is missed by name where nobody has written it', () => {
    const unwritten: string = 'no-such'
    expect(() => bundle(unwritten as FunctionName, folder)).toThrow('functions/no-such/handler.ts does not exist')
  })
})

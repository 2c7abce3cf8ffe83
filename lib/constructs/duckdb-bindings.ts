/**
 * DuckDB is native code, one binding per processor. The assets of its functions carry two, so that the same bundle runs
 * on Lambda (arm64) and on an officer's or developer's machine (x64).
 *
 * Context `duckDbArchitectures` set to `host` takes the binding of this machine alone: npm has it already, so a local
 * start needs no network. A deployment must not: its function would find no binding.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import type { FunctionName } from '../functions.ts'

/** The functions that read or write the lake's facts as tables. */
export const usesDuckDb = (name: FunctionName): boolean => name === 'reports' || name === 'compaction'

export const externalDuckDb = ['@duckdb/node-api', '@duckdb/node-bindings', '@duckdb/node-bindings-*'] as const

const modules = join(import.meta.dirname, '..', '..', 'node_modules')
const cache = join(modules, '.cache', 'kamohelo')

const scripts = ['node-api', 'node-bindings'] as const
const processors = ['arm64', 'x64'] as const
type Processor = (typeof processors)[number]

const Manifest = z.object({ version: z.string() })
const versionOf = (folder: string): string =>
  Manifest.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).version

function processorsFor(architectures: unknown): readonly Processor[] {
  if (architectures === undefined || architectures === 'all') return processors
  const host = processors.find(processor => processor === process.arch)
  if (architectures !== 'host' || host === undefined)
    throw new Error(
      `duckDbArchitectures is '${String(architectures)}' on ${process.arch}: say 'all', or 'host' on arm64 or x64`,
    )
  return [host]
}

/** npm installs the binding of this machine's processor only; the other one is fetched once and kept. */
function fetchBinding(name: string, version: string): string {
  const kept = join(cache, `${name}-${version}`)
  if (existsSync(kept)) return kept
  const arriving = `${kept}.${process.pid}`
  mkdirSync(arriving, { recursive: true })
  try {
    const packed = execFileSync(
      'npm',
      ['pack', `@duckdb/${name}@${version}`, '--silent', '--pack-destination', arriving],
      {
        encoding: 'utf8',
      },
    )
    execFileSync('tar', ['-xzf', join(arriving, packed.trim()), '-C', arriving])
    renameSync(join(arriving, 'package'), kept) // whole or not at all, whoever else is fetching it
    return kept
  } catch (cause) {
    throw new Error(
      `@duckdb/${name}@${version} could not be fetched; a local start does without: -c duckDbArchitectures=host`,
      {
        cause,
      },
    )
  } finally {
    rmSync(arriving, { recursive: true, force: true })
  }
}

/** Lays `node_modules/@duckdb` into a function's folder. `architectures`: context value, `all` or `host`. */
export function addDuckDbBindings(folder: string, architectures: unknown): void {
  const target = join(folder, 'node_modules', '@duckdb')
  for (const name of scripts) cpSync(join(modules, '@duckdb', name), join(target, name), { recursive: true })
  const version = versionOf(join(modules, '@duckdb', 'node-bindings'))
  for (const processor of processorsFor(architectures)) {
    const name = `node-bindings-linux-${processor}`
    const installed = join(modules, '@duckdb', name)
    cpSync(existsSync(installed) ? installed : fetchBinding(name, version), join(target, name), { recursive: true })
  }
}

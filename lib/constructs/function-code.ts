/**
 * A function's code: `functions/<name>/handler.ts` and all it imports, in one file. esbuild runs in this process;
 * CDK's own NodejsFunction starts one for each function, which takes twenty seconds for as many functions.
 * Context `bundle` set to false puts a placeholder instead: tests of a template need no code.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { AssetHashType, DockerImage } from 'aws-cdk-lib'
import * as lambda from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import { buildSync } from 'esbuild'
import type { FunctionName } from '../functions.ts'
import { addDuckDbBindings, externalDuckDb, usesDuckDb } from './duckdb-bindings.ts'

export const repository = join(import.meta.dirname, '..', '..')

/**
 * Ways to find credentials that no Lambda has: its role's stand in the environment. The SDK imports them only after
 * those are missing, so they are left out of the bundle: 130 kB that a cold start need not read.
 */
const credentialsFoundElsewhere = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-login',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
]

/**
 * Streams of events, which no service of ours sends. The SDK imports them when one comes; inside the bundle that would
 * keep all of its core from being shaken: 20 kB, and an eighth of a cold start.
 */
const neverStreamed = '@smithy/core/event-streams'

function findHandler(name: FunctionName): string {
  const file = join(repository, 'functions', name, 'handler.ts')
  if (!existsSync(file))
    throw new Error(`functions/${name}/handler.ts does not exist: the ${name} function has no code to deploy`)
  return file
}

/** Writes `index.cjs`, which Lambda takes for `index` whatever a package.json says. The same input gives the same bytes. */
export function bundle(name: FunctionName, folder: string): void {
  buildSync({
    absWorkingDir: repository,
    entryPoints: [findHandler(name)],
    outfile: join(folder, 'index.cjs'),
    bundle: true,
    minify: true,
    // To a module, Node would hand every builtin as a module of its own, with all that it can do loaded first.
    format: 'cjs',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    // For the same reason: the SDK imports node:http when first it sends.
    supported: { 'dynamic-import': false },
    legalComments: 'none',
    loader: { '.sql': 'text' },
    external: [...credentialsFoundElsewhere, neverStreamed, ...(usesDuckDb(name) ? externalDuckDb : [])],
    logLevel: 'error',
  })
}

const isOff = (value: unknown): boolean => value === false || value === 'false'

export function functionCode(scope: Construct, name: FunctionName): lambda.Code {
  if (isOff(scope.node.tryGetContext('bundle')))
    return lambda.Code.fromInline(`exports.handler = async () => '${name}'`)
  findHandler(name)
  const architectures = scope.node.tryGetContext('duckDbArchitectures')
  // CDK takes two assets of one folder for the same: each function names its own, though it imports from others too.
  return lambda.Code.fromAsset(join(repository, 'functions', name), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry('none'), // asked for by the type; `local` below never gives up on it
      local: {
        tryBundle(folder) {
          bundle(name, folder)
          if (usesDuckDb(name)) addDuckDbBindings(folder, architectures)
          return true
        },
      },
    },
  })
}

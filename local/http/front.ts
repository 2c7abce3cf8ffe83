/** What stands on the public port: the distribution with the site and the API behind it, and the sign-in beside it. */
import type { Server } from 'node:http'
import type { Permissions } from '../aws/permissions.ts'
import type { Functions } from '../lambda/functions.ts'
import { readOrMakeKeys } from '../sign-in/keys.ts'
import { createSignIn, type SignIn } from '../sign-in/provider.ts'
import { type HostedApi, type HostedRoute, readApis } from '../template/api.ts'
import { type HostedClient, readClients } from '../template/sign-in.ts'
import { type HostedSite, readSite } from '../template/site.ts'
import type { Template } from '../template/template.ts'
import { createAuthorizer } from './authorizer.ts'
import { createDistribution } from './distribution.ts'
import { createHttpApi, type HttpApi } from './http-api.ts'
import { serve } from './server.ts'
import { staticFiles } from './static-files.ts'

export interface FrontOptions {
  readonly template: Template
  readonly server: Server
  readonly siteUrl: string
  /** The free number on slips. */
  readonly helpLine?: string | undefined
  readonly dataFolder: string
  /** The built web application. */
  readonly webFolder: string
  readonly functions: Functions
  readonly permissions: Permissions
  onFault(error: unknown): void
}

export interface Front {
  readonly client: HostedClient
  readonly signIn: SignIn
}

function only<T>(found: readonly T[], what: string): T {
  const [first, ...others] = found
  if (first === undefined || others.length > 0) throw new Error(`the template has ${found.length} ${what}, not one`)
  return first
}

function apiOf(
  { template, functions, permissions }: FrontOptions,
  api: HostedApi,
  signIn: SignIn,
  client: HostedClient,
): HttpApi {
  const { region, account } = template
  const gateway = { kind: 'service', service: 'apigateway.amazonaws.com' } as const
  return createHttpApi({
    api,
    authorize: createAuthorizer(issuer =>
      issuer === client.poolIssuer ? { issuer: signIn.issuer, keys: signIn.keys } : undefined,
    ),
    async invoke({ functionArn, key }: HostedRoute, event) {
      const hosted = functions.find(functionArn)
      const sourceArn = `arn:aws:execute-api:${region}:${account}:${api.id}/${api.stage}/${key.replace(' ', '')}`
      const ask = { action: 'lambda:InvokeFunction', resource: functionArn, context: { 'aws:SourceArn': sourceArn } }
      if (hosted === undefined || !(await permissions.allows(gateway, ask))) return undefined
      return functions.invoke(hosted, event)
    },
  })
}

/** Where the template declares no distribution, the API has the port to itself. */
const bareApi: HostedSite = {
  rootObject: 'index.html',
  behaviours: [{ api: true, originPath: '', originHeaders: {}, responseHeaders: {} }],
  errorPages: new Map(),
}

export async function openFront(options: FrontOptions): Promise<Front> {
  const { template, server, siteUrl, dataFolder, webFolder, helpLine, onFault } = options
  const client = only(readClients(template), 'sign-in clients')
  const keys = await readOrMakeKeys(dataFolder)
  const signIn = createSignIn({ siteUrl, dataFolder, keys, client, onFault })
  const distribution = createDistribution({
    site: readSite(template) ?? bareApi,
    api: apiOf(options, only(readApis(template), 'HTTP APIs'), signIn, client),
    files: staticFiles(webFolder),
  })
  const configuration = {
    issuer: signIn.issuer,
    clientId: client.clientId,
    scope: client.scopes.join(' '),
    redirectPath: new URL(client.callbackUrls[0] ?? '/', siteUrl).pathname,
    ...(helpLine === undefined ? {} : { helpLine }),
  }
  serve({ server, siteUrl, signIn, configuration, distribution, onFault })
  return { client, signIn }
}

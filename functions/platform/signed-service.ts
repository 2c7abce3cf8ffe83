/**
 * Requests to one AWS service, signed by `aws4fetch`: where the service's own client weighs more in a bundle than what
 * is asked of it (docs/adr/0006-spreadsheet-library.md).
 */
import { AwsClient } from 'aws4fetch'
import * as z from 'zod/mini'
import { readEnvironment } from './environment.ts'

/** As Lambda sets them; an address where it is not AWS's own. */
const ServiceEnvironment = z.object({
  AWS_REGION: z.string(),
  AWS_ACCESS_KEY_ID: z.string(),
  AWS_SECRET_ACCESS_KEY: z.string(),
  AWS_SESSION_TOKEN: z.optional(z.string()),
  AWS_ENDPOINT_URL_S3: z.optional(z.string()),
  AWS_ENDPOINT_URL_LAMBDA: z.optional(z.string()),
  AWS_ENDPOINT_URL: z.optional(z.string()),
})

export interface SignedService {
  readonly region: string
  /** Where the service is on one machine, without a slash at its end; undefined on AWS. */
  readonly endpoint: string | undefined
  /** The service's last answer: throttled and broken ones are asked for again, three times at most. */
  fetch(address: string, request?: RequestInit): Promise<Response>
}

const endpointNames = { s3: 'AWS_ENDPOINT_URL_S3', lambda: 'AWS_ENDPOINT_URL_LAMBDA' } as const

export function signedService(
  service: keyof typeof endpointNames,
  variables: Record<string, string | undefined> = process.env,
): SignedService {
  const environment = readEnvironment(ServiceEnvironment, variables)
  const client = new AwsClient({
    accessKeyId: environment.AWS_ACCESS_KEY_ID,
    secretAccessKey: environment.AWS_SECRET_ACCESS_KEY,
    ...(environment.AWS_SESSION_TOKEN === undefined ? {} : { sessionToken: environment.AWS_SESSION_TOKEN }),
    region: environment.AWS_REGION,
    service,
    retries: 3,
  })
  return {
    region: environment.AWS_REGION,
    endpoint: (environment[endpointNames[service]] ?? environment.AWS_ENDPOINT_URL)?.replace(/\/$/, ''),
    fetch: (address, request) => client.fetch(address, request),
  }
}

/** What the services that speak JSON over POST share: the operation's name and the parsed input. */
import * as z from 'zod/mini'
import type { AwsCall, AwsReply } from './gateway.ts'
import { AwsRefusal } from './refusal.ts'

/** `TrentService.Decrypt` is Decrypt. */
export const operationOf = ({ headers }: AwsCall): string =>
  String(headers['x-amz-target'] ?? '')
    .split('.')
    .at(-1) ?? ''

export function readInput<T>(schema: z.ZodMiniType<T>, { body }: AwsCall): T {
  const parsed = schema.safeParse(parseJson(body))
  if (parsed.success) return parsed.data
  throw new AwsRefusal('ValidationException', z.prettifyError(parsed.error))
}

export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw new AwsRefusal('SerializationException', 'The request is no JSON.')
  }
}

export const jsonAnswer = (value: object): AwsReply => ({
  status: 200,
  headers: { 'content-type': 'application/x-amz-json-1.1' },
  body: JSON.stringify(value),
})

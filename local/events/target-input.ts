/** What a rule's target is given: the whole event, a part of it, a constant, or a text made from parts. */
import * as z from 'zod/mini'

export const TargetInput = z.object({
  Input: z.optional(z.string()),
  InputPath: z.optional(z.string()),
  InputTransformer: z.optional(
    z.object({ InputPathsMap: z.optional(z.record(z.string(), z.string())), InputTemplate: z.string() }),
  ),
})
export type TargetInput = z.infer<typeof TargetInput>

const isFields = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** `$.detail.places[0]` of an event. */
function pick(event: unknown, path: string): unknown {
  let value = event
  for (const [, name, index] of path.matchAll(/\.([\w-]+)|\[(\d+)\]|\['[^']+'\]/g))
    value = isFields(value) ? value[name ?? index ?? ''] : undefined
  return value
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? ''))

/** Inside quotes a value stands as it is; outside them as JSON. */
function fill(template: string, lookUp: (name: string) => unknown): string {
  let inQuotes = false
  return template.replace(/\\.|"|<([^<>\s]+)>/g, (found, name: string | undefined) => {
    if (found === '"') inQuotes = !inQuotes
    if (name === undefined) return found
    const value = lookUp(name)
    return inQuotes ? JSON.stringify(asText(value)).slice(1, -1) : JSON.stringify(value ?? '')
  })
}

/** The JSON a target gets for an event of this rule. */
export function targetInput(input: TargetInput, event: object, ruleArn: string): string {
  if (input.Input !== undefined) return input.Input
  if (input.InputPath !== undefined) return JSON.stringify(pick(event, input.InputPath) ?? {})
  const transformer = input.InputTransformer
  if (transformer === undefined) return JSON.stringify(event)
  const reserved: Record<string, unknown> = {
    'aws.events.rule-arn': ruleArn,
    'aws.events.rule-name': ruleArn.split('/').at(-1),
    'aws.events.event': event,
    'aws.events.event.json': event,
    'aws.events.event.ingestion-time': new Date().toISOString(),
  }
  return fill(transformer.InputTemplate, name => {
    const path = transformer.InputPathsMap?.[name]
    return path === undefined ? reserved[name] : pick(event, path)
  })
}

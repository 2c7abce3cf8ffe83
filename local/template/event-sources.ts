/** Event source mappings: which function follows which table's stream, and what happens to a batch that fails. */
import * as z from 'zod/mini'
import type { Template } from './template.ts'

export interface StreamMapping {
  readonly id: string
  readonly functionName: string
  readonly streamArn: string
  readonly startingPosition: 'TRIM_HORIZON' | 'LATEST'
  readonly batchSize: number
  /** Whether records may wait for others to come with them. */
  readonly gathers: boolean
  readonly bisect: boolean
  readonly partialResponses: boolean
  /** Undefined: tried until the record is too old. */
  readonly maxRetries?: number
  readonly deadLetterArn?: string
  /** A record that matches none of these is not delivered; no filter lets every record through. */
  readonly filters: readonly unknown[]
}

const MappingProperties = z.object({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  StartingPosition: z._default(z.enum(['TRIM_HORIZON', 'LATEST']), 'LATEST'),
  BatchSize: z._default(z.number(), 100),
  MaximumBatchingWindowInSeconds: z._default(z.number(), 0),
  BisectBatchOnFunctionError: z._default(z.boolean(), false),
  FunctionResponseTypes: z._default(z.array(z.string()), []),
  MaximumRetryAttempts: z._default(z.number(), -1),
  Enabled: z._default(z.boolean(), true),
  DestinationConfig: z.optional(z.object({ OnFailure: z.optional(z.object({ Destination: z.optional(z.string()) })) })),
  FilterCriteria: z.optional(z.object({ Filters: z.optional(z.array(z.object({ Pattern: z.string() }))) })),
})

/** Every mapping on a DynamoDB stream that is switched on. */
export function readStreamMappings(template: Template): readonly StreamMapping[] {
  return template.declared('AWS::Lambda::EventSourceMapping').flatMap(declared => {
    const properties = MappingProperties.parse(declared.properties)
    if (!properties.Enabled) return []
    if (!properties.EventSourceArn.includes(':dynamodb:'))
      throw new Error(`the local host follows streams of tables only, not ${properties.EventSourceArn}`)
    const deadLetterArn = properties.DestinationConfig?.OnFailure?.Destination
    return [
      {
        id: `${declared.stack}-${declared.logicalId}`,
        functionName: properties.FunctionName,
        streamArn: properties.EventSourceArn,
        startingPosition: properties.StartingPosition,
        batchSize: properties.BatchSize,
        gathers: properties.MaximumBatchingWindowInSeconds > 0,
        bisect: properties.BisectBatchOnFunctionError,
        partialResponses: properties.FunctionResponseTypes.includes('ReportBatchItemFailures'),
        ...(properties.MaximumRetryAttempts < 0 ? {} : { maxRetries: properties.MaximumRetryAttempts }),
        ...(deadLetterArn === undefined ? {} : { deadLetterArn }),
        filters: (properties.FilterCriteria?.Filters ?? []).map(({ Pattern }): unknown => JSON.parse(Pattern)),
      },
    ]
  })
}

/** The lists of a district's plans that are under way: the work index, one queue for each state. */
import { type DynamoDBClient, paginateQuery } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import type { DistrictCode } from '../platform/places.ts'
import { readStored, storedShape, toStored } from '../platform/stored.ts'
import { indexes, planQueue, taskOfWorkOrder } from '../platform/tables.ts'
import { type PlanLine, plansUnderWay } from './contract.ts'
import type { PlanScope } from './plan-access.ts'

/** What the index carries of a plan. */
const storedQueuedPlan = storedShape(1, () =>
  z.object({
    workOrder: z.string(),
    displayNumber: z.optional(z.string()),
    council: z.optional(z.string()),
    state: z.enum(plansUnderWay),
    excluded: z.optional(z.array(z.string())),
  }),
)

export const planQueueStore = (database: DynamoDBClient, table: string) => ({
  /** Those in scope, at most so many, the longest in this state first; it may lag behind a change by a moment. */
  async list(
    { district, state }: { readonly district: DistrictCode; readonly state: PlanLine['state'] },
    most: number,
    scope: PlanScope,
  ): Promise<{ readonly plans: readonly PlanLine[]; readonly more: boolean }> {
    const [work] = indexes.registry
    const plans: PlanLine[] = []
    const pages = paginateQuery(
      { client: database, pageSize: most + 1 },
      {
        TableName: table,
        IndexName: work.name,
        KeyConditionExpression: '#queue = :queue',
        ExpressionAttributeNames: { '#queue': work.partitionKey },
        ExpressionAttributeValues: toStored({ ':queue': planQueue(district, state) }),
      },
    )
    for await (const page of pages)
      for (const item of page.Items ?? []) {
        const { workOrder, displayNumber, council, excluded, ...plan } = readStored(storedQueuedPlan, item)
        if (!scope({ district, excluded })) continue
        if (plans.length === most) return { plans, more: true }
        plans.push({
          planId: taskOfWorkOrder(workOrder),
          ...(displayNumber === undefined ? {} : { displayNumber }),
          ...(council === undefined ? {} : { council }),
          state: plan.state,
          since: workOrder.slice(0, workOrder.indexOf('#')),
        })
      }
    return { plans, more: false }
  },
})
export type PlanQueueStore = ReturnType<typeof planQueueStore>

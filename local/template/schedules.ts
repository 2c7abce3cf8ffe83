/** EventBridge Scheduler's schedules of the template. */
import * as z from 'zod/mini'
import type { Template } from './template.ts'

export interface HostedSchedule {
  readonly name: string
  /** `rate(…)`, `cron(…)` or `at(…)`. */
  readonly expression: string
  readonly timezone: string
  readonly targetArn: string
  readonly roleArn: string
  /** JSON the target gets. */
  readonly input: string
}

const ScheduleProperties = z.object({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z._default(z.string(), 'UTC'),
  State: z._default(z.string(), 'ENABLED'),
  Target: z.object({ Arn: z.string(), RoleArn: z.string(), Input: z._default(z.string(), '{}') }),
})

/** Every schedule that is switched on. */
export function readSchedules(template: Template): readonly HostedSchedule[] {
  return template.declared('AWS::Scheduler::Schedule').flatMap(declared => {
    const properties = ScheduleProperties.parse(declared.properties)
    if (properties.State !== 'ENABLED') return []
    return [
      {
        name: declared.ref,
        expression: properties.ScheduleExpression,
        timezone: properties.ScheduleExpressionTimezone,
        targetArn: properties.Target.Arn,
        roleArn: properties.Target.RoleArn,
        input: properties.Target.Input,
      },
    ]
  })
}

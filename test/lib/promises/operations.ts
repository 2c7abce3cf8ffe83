/** Nothing fails in silence, every alarm says what to do, and the rule pack finds nothing we have not answered. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { functionSheets } from '../../../lib/functions.ts'
import { stages } from '../../../lib/stage.ts'
import { app, functionNamed, functionNames, functions, synthesise, template } from '../synthesis.ts'

const repository = join(import.meta.dirname, '..', '..', '..')

const Metric = z.object({
  MetricName: z.string(),
  Dimensions: z._default(z.array(z.object({ Name: z.string(), Value: z.string() })), []),
})
const Alarm = z.object({
  AlarmDescription: z.string(),
  AlarmActions: z.array(z.string()),
  MetricName: z.optional(z.string()),
  Dimensions: z.optional(z.unknown()),
  Metrics: z._default(z.array(z.object({ MetricStat: z.optional(z.object({ Metric })) })), []),
})
/** What an alarm looks at: a metric, or those of a sum. */
const metricsOf = (alarm: z.infer<typeof Alarm>): z.infer<typeof Metric>[] =>
  alarm.MetricName === undefined
    ? alarm.Metrics.flatMap(({ MetricStat }) => (MetricStat ? [MetricStat.Metric] : []))
    : [Metric.parse(alarm)]
const alarms = template.declared('AWS::CloudWatch::Alarm').map(({ properties }) => Alarm.parse(properties))
const watched = (metric: string, value?: string): boolean =>
  alarms
    .flatMap(metricsOf)
    .some(
      ({ MetricName, Dimensions }) =>
        MetricName === metric && (value === undefined || Dimensions.some(each => each.Value === value)),
    )
const entryOf = (alarm: z.infer<typeof Alarm>) => /docs\/runbook\.md#([a-z-]+)$/.exec(alarm.AlarmDescription)?.[1]

describe('every alarm', () => {
  const runbook = readFileSync(join(repository, 'docs', 'runbook.md'), 'utf8')
  const entries = new Set([...runbook.matchAll(/^### ([a-z-]+)$/gm)].map(([, name]) => name))

  it('has an entry in docs/runbook.md, and every entry an alarm', () => {
    expect(alarms.map(entryOf).sort()).toEqual([...entries].sort())
  })

  it('wakes somebody', () => {
    const topics = template.declared('AWS::SNS::Topic').map(({ ref }) => ref)
    for (const { AlarmActions } of alarms) expect(topics).toEqual(expect.arrayContaining(AlarmActions))
    expect(alarms.every(({ AlarmActions }) => AlarmActions.length === 1)).toBe(true)
  })
})

describe('nothing fails in silence', () => {
  it('no change of an audit or ledger entry', () => {
    expect(watched('changed-record', 'audit-archive')).toBe(true)
  })

  it.each(functionNames)('the %s function', name => {
    expect(watched('Errors', functionNamed(name).declared.ref)).toBe(true)
    // a fault that was answered is no failed run to Lambda: it is counted from the log
    expect(watched(`${name}-faults`)).toBe(true)
    // where the runtime writes the level: without its JSON format the count would stay at zero
    expect(functionNamed(name).declared.properties['LoggingConfig']).toMatchObject({ LogFormat: 'JSON' })
    expect(functionSheets[name].failureMeans).toMatch(/^[A-Z].{30,}\.$/)
  })

  it('no queue of what was put aside', () => {
    const names = template.declared('AWS::SQS::Queue').map(queue => queue.attribute('QueueName'))
    expect(names.filter(name => !watched('ApproximateNumberOfMessagesVisible', name))).toEqual([])
    expect(names.length).toBeGreaterThan(4)
  })
})

describe.each([stages.dev, { ...stages.live, webAddress: 'https://kamohelo.example' }])(
  'the AwsSolutions rule pack on $name',
  stage => {
    const judged = stage.name === 'dev' ? app : synthesise(stage)

    it('finds nothing unanswered', () => {
      const { violations } = new AwsSolutionsChecks(judged).validateScope(judged)
      expect(violations.map(({ ruleName, violatingResources }) => [ruleName, violatingResources])).toEqual([])
    })

    it('has a reason for each answer, and none for a whole stack', () => {
      const answers = judged.node.findAll().flatMap(construct =>
        construct.node.metadata
          .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
          .map(({ data }) => ({
            path: construct.node.path,
            reasons: Object.values(z.record(z.string(), z.string()).parse(data)),
          })),
      )
      expect(answers.filter(({ path }) => !path.includes('/'))).toEqual([])
      expect(answers.flatMap(({ reasons }) => reasons).filter(reason => reason.length < 30)).toEqual([])
      expect(answers.length).toBeGreaterThan(0)
    })
  },
)

it('runs every function on Node 24 and arm64, with a log that ends', () => {
  for (const { declared } of functions.values())
    expect(declared.properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      LoggingConfig: { LogGroup: expect.any(String) },
    })
  const logs = template.declared('AWS::Logs::LogGroup').map(({ properties }) => properties['RetentionInDays'])
  expect(logs.every(days => Number(days) > 0)).toBe(true)
})

/** Streams, bus and clock: a failing delivery never blocks the others, never repeats for ever, and is never lost unseen. */
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { districts } from '../../../functions/platform/places.ts'
import { streamed, zones } from '../../../functions/platform/tables.ts'
import { districtNotice } from '../../../lib/constructs/district-notices.ts'
import { grants } from '../../../lib/grants.ts'
import { functionNames, functions, template, theOne } from '../synthesis.ts'

const Mapping = z.object({
  FunctionName: z.string(),
  EventSourceArn: z.string(),
  BisectBatchOnFunctionError: z.optional(z.boolean()),
  FunctionResponseTypes: z.optional(z.array(z.string())),
  MaximumRetryAttempts: z.optional(z.number()),
  MaximumRecordAgeInSeconds: z.optional(z.number()),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }) }),
  FilterCriteria: z.optional(z.object({ Filters: z.array(z.object({ Pattern: z.string() })) })),
})

const queueArns = template.declared('AWS::SQS::Queue').map(queue => queue.attribute('Arn'))
const streamOf = (zone: string): string =>
  theOne(`${zone.charAt(0).toUpperCase()}${zone.slice(1)}Table`, 'AWS::DynamoDB::Table').attribute('StreamArn')
const readers = template.declared('AWS::Lambda::EventSourceMapping').map(({ properties }) => {
  const mapping = Mapping.parse(properties)
  const by = [...functions].find(([, { declared }]) => declared.ref === mapping.FunctionName)?.[0]
  const of = zones.find(zone => streamOf(zone) === mapping.EventSourceArn)
  return { by, of, mapping, pattern: mapping.FilterCriteria?.Filters.map(({ Pattern }) => JSON.parse(Pattern)) }
})

describe('every reader of a stream', () => {
  it('is one that lib/grants.ts lets follow it, and each of those reads', () => {
    const granted = functionNames.flatMap(by =>
      grants[by].flatMap(grant => (grant.kind === 'stream' ? [`${by} ${grant.zone}`] : [])),
    )
    expect(readers.map(({ by, of }) => `${by} ${of}`).sort()).toEqual(granted.sort())
  })

  it('halves a failed batch, keeps what was done, gives up after five tries and puts the rest aside', () => {
    for (const { by, mapping } of readers) {
      expect([by, mapping]).toMatchObject([
        by,
        {
          BisectBatchOnFunctionError: true,
          FunctionResponseTypes: ['ReportBatchItemFailures'],
          MaximumRetryAttempts: 5,
          MaximumRecordAgeInSeconds: 12 * 60 * 60,
        },
      ])
      expect(queueArns).toContain(mapping.DestinationConfig.OnFailure.Destination)
    }
  })

  it('shares its stream with one other at most, as AWS allows', () => {
    for (const zone of zones) expect(readers.filter(({ of }) => of === zone).length).toBeLessThanOrEqual(2)
    expect(Object.keys(streamed).sort()).toEqual([...zones].sort())
  })

  it('wakes the sealed zone for a new envelope only', () => {
    const [reader] = readers.filter(({ by }) => by === 'protection')
    expect(reader?.pattern).toEqual([
      { eventName: ['INSERT'], dynamodb: { Keys: { pk: { S: [{ prefix: 'SEALED#' }] } } } },
    ])
  })

  it('shows the archive every change of the audit, and of the ledger every changed or removed entry', () => {
    const archive = readers.filter(({ by }) => by === 'audit-archive')
    expect(archive.find(({ of }) => of === 'audit')?.pattern).toBeUndefined()
    expect(archive.find(({ of }) => of === 'ledger')?.pattern).toEqual([
      { eventName: ['MODIFY', 'REMOVE'], dynamodb: { Keys: { pk: { S: [{ prefix: 'ENTRY#' }] } } } },
    ])
  })
})

const Rule = z.object({
  EventBusName: z.string(),
  EventPattern: z.object({
    source: z.array(z.string()),
    'detail-type': z.array(z.string()),
    detail: z.object({ place: z.array(z.string()) }),
  }),
  Targets: z.array(
    z.object({
      Arn: z.string(),
      Input: z.string(),
      DeadLetterConfig: z.object({ Arn: z.string() }),
      RetryPolicy: z.object({ MaximumRetryAttempts: z.number() }),
    }),
  ),
})
const rules = template.declared('AWS::Events::Rule').map(({ properties }) => Rule.parse(properties))

describe('notices to districts', () => {
  it('go to one topic for each district', () => {
    const served = rules.map(({ EventPattern, Targets }) => [EventPattern.detail.place, Targets.map(({ Arn }) => Arn)])
    expect(served.map(([place]) => place)).toEqual(districts.map(({ code }) => [code]))
    expect(new Set(served.flatMap(([, topics]) => topics)).size).toBe(districts.length)
  })

  it('say that work waits, in both languages, and nothing of the event', () => {
    for (const { Targets } of rules) expect(Targets.map(({ Input }) => JSON.parse(Input))).toEqual([districtNotice])
    expect(districtNotice).toMatch(/waiting.*\/.*emetseng/)
    expect(districtNotice).not.toMatch(/\d|<|deport|returnee|household|screen|case/i)
  })

  it('are put aside when a topic cannot be reached', () => {
    for (const { Targets } of rules)
      for (const target of Targets) {
        expect(queueArns).toContain(target.DeadLetterConfig.Arn)
        expect(target.RetryPolicy.MaximumRetryAttempts).toBe(5)
      }
  })

  it('answer to what dispatch publishes', () => {
    expect(
      new Set(rules.map(({ EventPattern }) => JSON.stringify([EventPattern.source, EventPattern['detail-type']]))),
    ).toEqual(new Set([JSON.stringify([['kamohelo'], ['task.raised', 'task.overdue']])]))
  })
})

const Silence = z.object({
  AlarmDescription: z.string(),
  Period: z.optional(z.number()),
  EvaluationPeriods: z.number(),
  TreatMissingData: z.string(),
})
const Schedule = z.object({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string(),
  Target: z.object({ Arn: z.string(), RoleArn: z.string(), DeadLetterConfig: z.object({ Arn: z.string() }) }),
})
const schedules = template.declared('AWS::Scheduler::Schedule').map(({ properties }) => Schedule.parse(properties))

describe('the clock', () => {
  it('looks for overdue tasks and for released records every five minutes, and compacts the lake in the night of Lesotho', () => {
    const started = schedules.map(schedule => [
      [...functions].find(([, { arn }]) => arn === schedule.Target.Arn)?.[0],
      schedule.ScheduleExpression,
      schedule.ScheduleExpressionTimezone,
    ])
    expect(started.sort()).toEqual([
      ['commands', 'rate(5 minutes)', 'Africa/Maseru'],
      ['compaction', 'cron(30 1 * * ? *)', 'Africa/Maseru'],
      ['escalation', 'rate(5 minutes)', 'Africa/Maseru'],
    ])
  })

  it('puts aside what it could not start', () => {
    for (const { Target } of schedules) expect(queueArns).toContain(Target.DeadLetterConfig.Arn)
  })

  it('lets the scheduler act for schedules of this account alone', () => {
    const trusts = template
      .declared('AWS::IAM::Role')
      .map(({ properties }) => JSON.stringify(properties['AssumeRolePolicyDocument']))
      .filter(trust => trust.includes('scheduler.amazonaws.com'))
    expect(trusts).toHaveLength(schedules.length)
    for (const trust of trusts) expect(trust).toContain(`{"StringEquals":{"aws:SourceAccount":"${template.account}"}}`)
  })

  it('is missed within half an hour, or after a night', () => {
    const silences = template
      .declared('AWS::CloudWatch::Alarm')
      .map(({ properties }) => Silence.parse(properties))
      .filter(({ AlarmDescription }) => AlarmDescription.endsWith('-silent'))
    expect(silences.map(({ Period = 0, EvaluationPeriods }) => (Period * EvaluationPeriods) / 60).sort()).toEqual([
      26 * 60,
      30,
      30,
    ])
    // CloudWatch looks back further than a day only by the hour, and then a week at most.
    for (const { Period = 0, EvaluationPeriods } of silences)
      expect(Period * EvaluationPeriods <= (Period < 3600 ? 86_400 : 7 * 86_400)).toBe(true)
    expect(new Set(silences.map(({ TreatMissingData }) => TreatMissingData))).toEqual(new Set(['breaching']))
  })
})

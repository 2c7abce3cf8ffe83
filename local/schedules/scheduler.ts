/** Runs the template's schedules while the host is up, each by leave of its own role. */
import type { Permissions, Principal } from '../aws/permissions.ts'
import type { Bus } from '../events/bus.ts'
import type { Functions } from '../lambda/functions.ts'
import type { InvocationOutcome } from '../lambda/runner.ts'
import type { HostedRule } from '../template/rules.ts'
import type { HostedSchedule } from '../template/schedules.ts'
import { nextRun } from './next-run.ts'

export interface Scheduler {
  readonly names: readonly string[]
  /** Runs one now and waits for it; undefined where none has that name. */
  run(name: string): Promise<InvocationOutcome | undefined>
  stop(): void
}

export interface SchedulerOptions {
  readonly schedules: readonly HostedSchedule[]
  /** Rules with a schedule instead of a pattern. */
  readonly rules: readonly HostedRule[]
  readonly account: string
  readonly region: string
  readonly functions: Functions
  readonly bus: Bus
  readonly permissions: Permissions
  onWarning(message: string, fields: Record<string, unknown>): void
}

/** A timer holds at most about 24 days. */
const longestTimerMilliseconds = 2 ** 31 - 1

interface Timed {
  readonly name: string
  readonly expression: string
  readonly timezone: string
  run(): Promise<InvocationOutcome>
}

export function startScheduler(options: SchedulerOptions): Scheduler {
  const { schedules, rules, account, region, functions, bus, permissions, onWarning } = options
  const timers = new Map<string, NodeJS.Timeout>()

  function ofSchedule({ name, expression, timezone, targetArn, roleArn, input }: HostedSchedule): Timed {
    const hosted = functions.find(targetArn)
    if (hosted === undefined) throw new Error(`the schedule ${name} runs ${targetArn}, which is not hosted here`)
    nextRun(expression, timezone, Date.now()) // an expression we can't read is a fault now, not tonight
    const principal: Principal = { kind: 'role', roleArn, session: name }
    return {
      name,
      expression,
      timezone,
      async run() {
        const ask = { action: 'lambda:InvokeFunction', resource: hosted.arn }
        if (!(await permissions.allows(principal, ask)))
          throw new Error(`the role of the schedule ${name} does not allow it to invoke ${hosted.name}`)
        return functions.invoke(hosted, input)
      },
    }
  }

  const ofRule = (rule: HostedRule, expression: string): Timed => ({
    name: rule.name,
    expression,
    timezone: 'UTC',
    async run() {
      const time = new Date().toISOString()
      const event = { version: '0', 'detail-type': 'Scheduled Event', source: 'aws.events', account, region, time }
      await bus.fire(rule, { ...event, resources: [rule.arn], detail: {} })
      return { result: 'null' }
    },
  })

  const timed = [
    ...schedules.map(ofSchedule),
    ...rules.flatMap(rule => (rule.schedule === undefined ? [] : [ofRule(rule, rule.schedule)])),
  ]

  function arm(one: Timed, after: number): void {
    const due = nextRun(one.expression, one.timezone, after)
    if (due === undefined) return
    const wait = Math.min(Math.max(0, due - Date.now()), longestTimerMilliseconds)
    const timer = setTimeout(() => {
      if (due - Date.now() > 1000) return arm(one, after)
      arm(one, due)
      one.run().then(
        outcome => 'error' in outcome && onWarning('schedule-failed', { schedule: one.name, ...outcome.error }),
        error => onWarning('schedule-failed', { schedule: one.name, error: String(error) }),
      )
    }, wait)
    timers.set(one.name, timer.unref())
  }
  for (const one of timed) arm(one, Date.now())

  return {
    names: timed.map(({ name }) => name),
    run: async name => timed.find(one => one.name === name)?.run(),
    stop() {
      for (const timer of timers.values()) clearTimeout(timer)
    },
  }
}

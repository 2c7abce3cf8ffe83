/** A district office of the demo: it claims what stands in its queue and does it. A year of visits passes in a minute. */
import { followUpRoutes, type MaskedTask, type TaskDetail } from '../../functions/follow-up/contract.ts'
import { finishedWith } from '../../functions/follow-up/task-desks.ts'
import { isMinor } from '../../functions/registration/age.ts'
import { registrationRoutes } from '../../functions/registration/contract.ts'
import { reintegrationRoutes, type surveyOccasions } from '../../functions/reintegration/contract.ts'
import { survey1 } from '../../functions/reintegration/survey-1.ts'
import { surveyScales } from '../../functions/reintegration/survey-scales.ts'
import type { Desk } from './desk.ts'
import type { Journal } from './journal.ts'
import { type Arrival, versions } from './people.ts'
import { seededChoice, seededId, seededShare } from './seeded.ts'

const occasions: Readonly<Record<string, (typeof surveyOccasions)[number]>> = {
  RSS_BASELINE: 'BASELINE',
  RSS_MID: 'MID',
  RSS_END: 'END',
}
const visits = new Set([
  'FOLLOW_1M',
  'FOLLOW_3M',
  'FOLLOW_6M',
  'FOLLOW_12M',
  'BUSINESS_VISIT',
  ...Object.keys(occasions),
])

/** Rounds of looking at the queue: a plan raises visits, and a start raises more. */
const mostRounds = 6

export interface Office {
  readonly desk: Desk
  readonly place: string
  readonly arrival: Arrival
  readonly journal: Journal
}

/** Works until the office's queue holds nothing it has not dealt with. Safe to run again after a crash. */
export async function workThroughQueue(office: Office, progress: (line: string) => void): Promise<void> {
  const dealtWith = new Set<string>()
  for (let round = 1; round <= mostRounds; round += 1) {
    const waiting = (await queueOf(office)).filter(({ taskId }) => !dealtWith.has(taskId) && !isLeft(taskId))
    if (waiting.length === 0) return
    for (const task of waiting) {
      dealtWith.add(task.taskId)
      if (await claim(office, task)) await act(office, task.taskId)
    }
    progress(`${office.place}: ${dealtWith.size} tasks in hand`)
  }
}

/** Some work is left in every queue, for who looks at the desks afterwards. */
const isLeft = (taskId: string): boolean => seededShare(taskId, 'left') < 0.1

async function queueOf({ desk, place }: Office): Promise<MaskedTask[]> {
  const lists = await Promise.all(
    (['OPEN', 'CLAIMED'] as const).map(state => desk.must(followUpRoutes.listTasks, { query: { place, state } })),
  )
  return lists.flatMap(({ tasks }) => tasks).filter(({ state, mine }) => state === 'OPEN' || mine)
}

const stamp = ({ arrival }: Office) => ({ versions, deviceTime: `${arrival.date}T12:00:00.000Z` })

async function claim(office: Office, task: MaskedTask): Promise<boolean> {
  office.journal.note('claim', task.taskId)
  if (task.mine) return true
  const answer = await office.desk.call(followUpRoutes.claimTask, {
    params: { taskId: task.taskId, claimId: seededId('claim', task.taskId, task.revision) },
    body: { ...stamp(office), revision: task.revision },
  })
  return answer.ok
}

async function act(office: Office, taskId: string): Promise<void> {
  const detail = await office.desk.must(followUpRoutes.openTask, { params: { taskId } })
  if (detail.type === 'PLAN_DRAFT') return draftPlan(office, taskId)
  if (visits.has(detail.type)) return visit(office, taskId, detail)
  if (finishedWith(detail.type) === 'CONSENTS') return askAgain(office, detail)
  // Some work is still going on when the demo ends: it stays claimed.
  if (seededShare(taskId, 'done') > 0.7) return
  // Who was not reached the first time is met the second, so that no queue grows for ever.
  const outcome = detail.attempts
    ? 'PROVIDED'
    : seededChoice(['PROVIDED', 'PROVIDED', 'REFERRED', 'NOT_REACHED'], taskId, 'outcome')
  await office.desk.must(followUpRoutes.completeTask, {
    params: { taskId, completionId: seededId('completion', taskId) },
    body: {
      ...stamp(office),
      outcome,
      ...(outcome === 'NOT_REACHED' ? { attempt: { code: 'NO_ANSWER', channel: 'OWN_PHONE' } } : {}),
    },
  })
}

/** They say again what they said in the line: nothing that stands changes. */
async function askAgain(office: Office, { task, person }: TaskDetail): Promise<void> {
  if (person === undefined) return
  const isChild = isMinor(person.birth, office.arrival.date)
  await office.desk.must(registrationRoutes.recordConsents, {
    params: { personId: person.personId, consentId: seededId('consent', task.taskId) },
    body: {
      ...stamp(office),
      taskId: task.taskId,
      answers: [
        {
          purpose: 'SHARE_DISTRICT',
          given: true,
          mode: 'VERBAL_WITNESSED',
          language: 'st',
          textVersion: 'a1b2c3d4e5f60718',
          ...(isChild ? { guardian: 'GUARDIAN_CONSENT' as const } : {}),
        },
      ],
    },
  })
}

async function draftPlan(office: Office, taskId: string): Promise<void> {
  await office.desk.must(reintegrationRoutes.recordPlan, {
    params: { planId: seededId('plan', taskId) },
    body: {
      ...stamp(office),
      taskId,
      assistance: [seededChoice(['MICROBUSINESS', 'MICROBUSINESS', 'TVET', 'JOB_PLACEMENT'], taskId, 'assistance')],
      steps: [
        { step: 'Agree on the plan with the family', dueOn: '2026-12-15' },
        { step: 'Hand over the goods', dueOn: '2027-01-31' },
      ],
    },
  })
}

/** A plan is started before its baseline visit ends and completed before its middle one, for some. */
async function visit(office: Office, taskId: string, { type, planId }: TaskDetail): Promise<void> {
  if (planId === undefined) throw new Error(`task ${taskId} names no plan`)
  if (type === 'RSS_BASELINE' && seededShare(planId, 'starts') < 0.8) await move(office, planId, 'ELIGIBLE', 'STARTED')
  if (type === 'RSS_MID' && seededShare(planId, 'completes') < 0.6) await move(office, planId, 'STARTED', 'COMPLETED')
  const visitId = seededId('visit', taskId)
  office.journal.note('visit', visitId)
  const occasion = occasions[type]
  await office.desk.must(reintegrationRoutes.recordVisit, {
    params: { planId, visitId },
    body: {
      ...stamp(office),
      taskId,
      visitedOn: office.arrival.date,
      reached: true,
      ...(occasion === undefined
        ? {}
        : {
            survey: {
              occasion,
              instrument: { id: survey1.id, version: survey1.version },
              answers: answersOf(planId, occasion),
            },
          }),
    },
  })
}

async function move(office: Office, planId: string, from: string, to: 'STARTED' | 'COMPLETED'): Promise<void> {
  const plan = await office.desk.must(reintegrationRoutes.readPlan, { params: { planId } })
  if (plan.state !== from) return
  await office.desk.must(reintegrationRoutes.movePlan, {
    params: { planId, transitionId: seededId('move', planId, to) },
    body: { ...stamp(office), to, revision: plan.revision, reason: 'Agreed with the family' },
  })
}

/** Better answers are likelier at each later occasion: most plans help. */
function answersOf(planId: string, occasion: (typeof surveyOccasions)[number]): Record<string, string> {
  const hope = { BASELINE: 0.25, MID: 0.45, END: 0.6 }[occasion]
  return Object.fromEntries(
    survey1.items.map(({ id, scale }) => {
      const valued = surveyScales[scale].filter(({ value }) => value !== null)
      const options = [...valued].sort((one, other) => (other.value ?? 0) - (one.value ?? 0))
      const share = seededShare(planId, occasion, id)
      const place = share < hope ? 0 : Math.floor(share * options.length)
      return [id, options[place]?.code ?? 'NO_ANSWER']
    }),
  )
}

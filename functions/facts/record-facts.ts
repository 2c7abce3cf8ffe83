/** From a record of the registry to its fact. Pure, but for the hash. */
import { createHash } from 'node:crypto'
import type { Task } from '../follow-up/task-record.ts'
import type { ReturnEvent } from '../intake/return-event.ts'
import { maseruDate } from '../platform/clock.ts'
import { DistrictCode, PostCode, postOf } from '../platform/places.ts'
import type { Plan, Visit } from '../reintegration/plan-record.ts'
import { scoresOf } from '../reintegration/survey-scores.ts'
import { ageBandOf, type Fact } from './fact.ts'

/** 128 bits of SHA-256 over kind and id: a task's and a plan's never meet, and an id with 74 random bits is not guessed. */
const referenceTo = (kind: 'person' | 'return' | 'plan' | 'visit' | 'task', id: string): string =>
  createHash('sha256').update(`kamohelo fact ${kind} ${id}`).digest().subarray(0, 16).toString('base64url')

const monthOf = (date: string): string => date.slice(0, 7)
const quarterOf = (date: string): string => `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`
const monthAt = (instant: string): string => monthOf(maseruDate(new Date(instant)))
const whenAt = (instant: string) => {
  const date = maseruDate(new Date(instant))
  return { month: monthOf(date), quarter: quarterOf(date) }
}

const districtOf = (place: string) => {
  const district = DistrictCode.safeParse(place)
  if (district.success) return district.data
  const post = PostCode.safeParse(place)
  return (post.success && postOf(post.data).district) || undefined
}

export const returnFact = (event: ReturnEvent): Fact => ({
  factVersion: 1,
  kind: 'RETURN',
  id: referenceTo('return', event.returnEventId),
  revision: event.revision,
  district: districtOf(event.district),
  ...whenAt(event.receivedAt),
  personRef: referenceTo('person', event.personId),
  post: event.post,
  returnType: event.returnType,
  sex: event.sex,
  ageBand: ageBandOf(event.birthYear, Number(maseruDate(new Date(event.receivedAt)).slice(0, 4))),
  priority: event.priority,
  items: event.granted.map(({ item }) => item),
})

export const planFact = (plan: Plan): Fact => ({
  factVersion: 1,
  kind: 'PLAN',
  id: referenceTo('plan', plan.planId),
  revision: plan.revision,
  district: plan.district,
  ...whenAt(plan.eligibleAt),
  returnRef: referenceTo('return', plan.returnEventId),
  personRef: referenceTo('person', plan.personId),
  state: plan.state,
  startedMonth: plan.startedAt && monthAt(plan.startedAt),
  completedMonth: plan.completedAt && monthAt(plan.completedAt),
  assistance: [...plan.assistance],
})

/** Scores by the weights of today; the answers stay in the registry, so that other weights make other facts of them. */
const surveyOf = ({ survey }: Visit) =>
  survey && {
    occasion: survey.occasion,
    instrument: `${survey.instrument.id}@${survey.instrument.version}`,
    ...scoresOf(survey),
  }

/** A visit is recorded once and stays as it is. */
export const visitFact = (visit: Visit): Fact => ({
  factVersion: 1,
  kind: 'VISIT',
  id: referenceTo('visit', visit.visitId),
  revision: 1,
  district: visit.district,
  month: monthOf(visit.visitedOn),
  quarter: quarterOf(visit.visitedOn),
  planRef: referenceTo('plan', visit.planId),
  reached: visit.reached,
  ...surveyOf(visit),
})

export const taskFact = (task: Task): Fact => ({
  factVersion: 1,
  kind: 'TASK',
  id: referenceTo('task', task.taskId),
  revision: task.revision,
  district: districtOf(task.place),
  ...whenAt(task.raisedAt),
  state: task.state,
  family: task.family,
})

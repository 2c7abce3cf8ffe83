/** A livelihood plan, from its form to its first visit. */
import { randomUUID } from 'node:crypto'
import { followUpRoutes } from '../../functions/follow-up/contract.ts'
import type { TaskTypeName } from '../../functions/follow-up/task-types.ts'
import { aClaim } from '../builders/task-commands.ts'
import { officerOf } from '../harness/officer.ts'
import { press } from '../web/reception-journey.ts'
import type { Walker } from './walk.ts'

/** Tasks that somebody's return raised, by type. */
export type TaskOf = (type: TaskTypeName) => string

export const claim = ({ host }: Walker, officer: string, task: string) =>
  officerOf(host, [officer]).must(followUpRoutes.claimTask, {
    params: { taskId: task, claimId: randomUUID() },
    body: aClaim(),
  })

export async function walkPlan(walker: Walker, task: TaskOf): Promise<void> {
  const { host, district, open, see, said } = walker
  const { plan, visit, shared } = said
  const desk = said.district
  const livelihood = `livelihood@${district}`
  const path = `/tasks/${district}`
  await claim(walker, livelihood, task('PLAN_DRAFT'))
  const page = await open(`${path}/${task('PLAN_DRAFT')}`, [livelihood])
  await page.getByRole('link', { name: desk['task.make-plan'] }).click()
  await press(page, plan['form.do'])
  await page.getByText(plan['form.step.problem']).waitFor()
  await see(page, 'plan-form')
  await page.getByRole('checkbox').first().check()
  await page.getByLabel(plan['form.step'].replace('{{number}}', '1')).fill('Buy chicks')
  for (const [part, typed] of [
    ['date.day', '15'],
    ['date.month', '1'],
    ['date.year', '2099'],
  ] as const)
    await page.getByLabel(shared[part], { exact: true }).fill(typed)
  await press(page, plan['form.do'])
  await page.getByText(plan['plan.draft-made']).waitFor()
  await see(page, 'plan-made')
  await press(page, plan['move.STARTED'])
  await see(page, 'plan-starting')
  await page.getByRole('dialog').getByRole('button', { name: plan['move.STARTED'] }).click()
  await page.getByText(plan['state.STARTED'], { exact: true }).waitFor()

  await claim(walker, livelihood, task('RSS_BASELINE'))
  await page.goto(`${host.url}${path}/${task('RSS_BASELINE')}/visit`)
  await press(page, visit['visit.do'])
  await see(page, 'visit')
  const choose = (legend: string, answer: string) =>
    page.getByRole('group', { name: legend }).getByText(answer, { exact: true }).click()
  await choose(visit['visit.reached'], shared['answer.yes'])
  await choose(visit['visit.asked'], shared['answer.yes'])
  for (const part of ['ECONOMIC', 'SOCIAL', 'PSYCHOSOCIAL'] as const) {
    await press(page, shared['action.next'])
    await page.getByRole('heading', { name: visit[`part.${part}`] }).waitFor()
    if (part !== 'SOCIAL') for (const card of await page.getByRole('radio').all()) await card.check()
    if (part === 'ECONOMIC') await see(page, 'visit-questions')
  }
  await press(page, visit['visit.do'])
  await page.getByText(visit['gaps.title']).waitFor()
  await see(page, 'visit-with-gaps')
  await press(page, visit['gaps.do'])
  await page.getByText(visit['saved.text']).waitFor()
  await see(page, 'visit-saved')
  await page.getByRole('link', { name: visit['saved.plan'] }).click()
  await page.getByText(plan['occasion.BASELINE']).waitFor()
  await press(page, plan['move.COMPLETED'])
  await page.getByText(plan['move.reason.steps']).waitFor()
  await see(page, 'plan-completing')
  await press(page, shared['action.cancel'])
  await see(page, 'plan')
  await page.goto(`${host.url}${path}/plans`)
  await page.getByRole('link', { name: plan['state.STARTED'] }).click()
  await page.locator(`a[href^="${path}/plans/"]`).first().waitFor()
  await see(page, 'plans')
}

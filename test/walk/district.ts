/** A district's desk: what waits, what somebody holds, and how it is finished. */
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { taskId } from '../../functions/follow-up/task-id.ts'
import { aBatch, anArrival, register } from '../journeys/arrival.ts'
import { press } from '../web/reception-journey.ts'
import { claim, type TaskOf, walkPlan } from './plan.ts'
import type { Walker } from './walk.ts'

/** Three people with wages owed who want help to earn. The number of the first, and everybody's tasks. */
async function people({ host, post, district }: Walker): Promise<{ number: string; tasks: TaskOf[] }> {
  const arrived = await aBatch(host, { post, district })
  const tasks: TaskOf[] = []
  let number = ''
  for (const names of [
    { givenNames: "Ts'eliso", surname: 'Ramokoatsi' },
    { givenNames: 'Limpho', surname: 'Thamae' },
    { givenNames: 'Retšelisitsoe', surname: 'Khabele' },
  ]) {
    const intakeId = randomUUID()
    const plain = anArrival(arrived)
    await register(
      host,
      arrived,
      {
        ...plain,
        fast: { ...plain.fast, names },
        full: {
          wages: { owed: true, amountCents: 480_000, currency: 'ZAR' },
          wantsLivelihoodHelp: true,
          destination: { district, village: 'Ha Ramokoatsi' },
          notToContact: [{ name: 'Thabo', relation: 'uncle', phone: '+26663456789' }],
        },
      },
      intakeId,
    )
    number ||= plain.displayNumber
    tasks.push(type => taskId(intakeId, type, 1))
  }
  return { number, tasks }
}

async function walkTask({ district, see, said }: Walker, page: Page, number: string): Promise<void> {
  const says = said.district
  const card = page
    .getByRole('listitem')
    .filter({ hasText: number })
    .filter({ has: page.getByText(says['family.OFFICE'], { exact: true }) })
  await card.waitFor()
  await see(page, 'tasks')
  await card.getByRole('button').click()
  await page.getByRole('button', { name: says['complete.do'] }).waitFor()
  await see(page, 'task')
  await page.getByText(says['outcome.NOT_REACHED'], { exact: true }).click()
  await press(page, says['complete.do'])
  await see(page, 'task-not-reached')
  await page.locator('summary', { hasText: said.consents.change }).click()
  await see(page, 'task-another-mind')
  await press(page, says['task.release'])
  await page.getByRole('dialog').getByRole('button', { name: says['release.do'] }).click()
  await see(page, 'task-given-back')
  await press(page, said.shared['action.cancel'])
  await page.goto(new URL(`/tasks/${district}?mine`, page.url()).href)
  await page.getByText('Ramokoatsi').first().waitFor()
  await see(page, 'tasks-held')
}

export async function walkDistrict(walker: Walker): Promise<void> {
  const { district, open, see, said } = walker
  const labour = `labour@${district}`
  const path = `/tasks/${district}`
  const empty = await open(path, [`child-gender-police@${district}`])
  await empty.getByText(said.district['tasks.open.none']).waitFor()
  await see(empty, 'no-tasks')
  const { number, tasks } = await people(walker)
  const [, second, third] = tasks
  if (second === undefined || third === undefined) throw new Error('three people were registered')
  await walkTask(walker, await open(path, [labour]), number)
  const again = second('CONSENT_AGAIN')
  await claim(walker, labour, again)
  const asking = await open(`${path}/${again}`, [labour])
  await asking.getByRole('heading', { name: said.consents['ask.again'] }).waitFor()
  await press(asking, said.consents.save)
  await see(asking, 'task-ask-again')
  await walkPlan(walker, third)
}

/** Donors' budgets: a project with a line in the open and a masked one, every form, and what a storekeeper sees of it. */
import { randomUUID } from 'node:crypto'
import { budgetsRoutes } from '../../functions/budgets/contract.ts'
import type { BudgetMove } from '../../functions/budgets/shapes.ts'
import { officerOf } from '../harness/officer.ts'
import { press } from '../web/reception-journey.ts'
import type { Walker } from './walk.ts'

const lines = [
  { lineCode: 'CASH', title: 'Arrival grants', sensitive: false },
  { title: 'Rooms for the night', sensitive: true },
] as const

const forms = ['ALLOCATE', 'FUND', 'HAND_BACK', 'SPEND', 'RELEASE'] as const

/** Open, for everybody; its line `CASH` has been granted money, of which some is at the post and some is spent. */
export async function aProjectWithMoney({ host, post }: Walker): Promise<string> {
  const finance = officerOf(host, ['finance@*'])
  const projectCode = `P-${randomUUID().slice(0, 8).toUpperCase()}`
  const { openProject, moveBudget } = budgetsRoutes
  await finance.must(openProject, {
    params: { projectCode, moveId: randomUUID() },
    body: {
      ...openProject.examples.body,
      ...{ startsOn: '2020-01-01', endsOn: '2099-12-31', lines: [...lines] },
      eligible: { districts: [], returnTypes: [], priorities: [] },
    },
  })
  const moves: readonly BudgetMove[] = [
    { does: 'ALLOCATE', amount: 1_000_000, reason: 'First instalment' },
    { does: 'FUND', amount: 250_000, place: post },
    { does: 'SPEND', amount: 312_550, reason: 'Two buses, payment 17' },
  ]
  for (const move of moves)
    await finance.must(moveBudget, {
      params: { projectCode, lineCode: 'CASH', moveId: randomUUID() },
      body: { ...moveBudget.examples.body, move },
    })
  return projectCode
}

export async function walkBudgets({ post, open, see, said }: Walker, project: string): Promise<void> {
  const { budgets, shared } = said
  const page = await open('/budgets', ['finance@*'])
  const section = page.locator('.project', { has: page.getByRole('heading', { name: project }) })
  await section.waitFor()
  await page.getByText(budgets['means.title']).click()
  await see(page, 'budgets')
  for (const does of forms) {
    await section
      .getByRole('button', { name: `${budgets[`do.${does}`]}: ` })
      .first()
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: budgets[`do.${does}`], exact: true }).click()
    await dialog.getByText(budgets['amount.empty']).waitFor()
    await see(page, `budgets-${does.toLowerCase().replace('_', '-')}`)
    await press(page, shared['action.cancel'])
  }
  for (const [name, begin, act] of [
    ['extend', budgets['extend.begin'], budgets['extend.do']],
    ['add-line', budgets['add-line.begin'], budgets['open.line.add']],
  ] as const) {
    await press(page, begin.replace('{{project}}', project))
    await press(page, act)
    await page.getByRole('dialog').getByText(budgets['reason.problem']).waitFor()
    await see(page, `budgets-${name}`)
    await press(page, shared['action.cancel'])
  }
  await press(page, budgets['close.begin'].replace('{{project}}', project))
  await see(page, 'budgets-close')
  await press(page, shared['action.cancel'])

  await page.getByRole('link', { name: budgets['open.begin'] }).click()
  await press(page, budgets['open.line.add'])
  await press(page, budgets['open.do'])
  await page.getByText(budgets['open.problem']).waitFor()
  await see(page, 'budgets-new')

  const storekeeper = await open('/budgets', [`supplies@${post}`])
  await storekeeper.getByText(budgets['line.general'], { exact: true }).first().waitFor()
  await see(storekeeper, 'budgets-of-a-storekeeper')
}

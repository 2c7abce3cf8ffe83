/** Support after registration, and a store's day. */
import { randomUUID } from 'node:crypto'
import { givingRoutes } from '../../functions/support/giving-contract.ts'
import { officerOf } from '../harness/officer.ts'
import { aBatch, anArrival, givenStock, register } from '../journeys/arrival.ts'
import { aDrawnReceipt } from '../journeys/sampled.ts'
import { press } from '../web/reception-journey.ts'
import type { Walker } from './walk.ts'

/** Somebody with two things, whose receipt is drawn, and for whom more was asked; somebody else waits for what was not there. */
async function somethingGiven({ host, post, district }: Walker): Promise<string> {
  await givenStock(host, post, 'SHOES', 100)
  await givenStock(host, post, 'FOOD_PACK', 100)
  const arrived = await aBatch(host, { post, district })
  const { intake, drawn } = await aDrawnReceipt(host, arrived, () =>
    anArrival(arrived, {
      support: [
        { item: 'SHOES', quantity: 1 },
        { item: 'FOOD_PACK', quantity: 1 },
      ],
      proof: { kind: 'WITNESS', witness: 'Mamello Sekhonyana' },
    }),
  )
  await register(host, arrived, anArrival(arrived, { notGiven: [{ item: 'BABY_KIT', reason: 'OUT_OF_STOCK' }] }))
  await officerOf(host, [`reception@${post}`]).must(givingRoutes.askForMore, {
    params: { returnEventId: drawn.returnEventId, requestId: randomUUID() },
    body: { ...givingRoutes.askForMore.examples.body, item: 'SHOES', quantity: 2 },
  })
  return intake.displayNumber
}

export async function walkGiving(walker: Walker): Promise<void> {
  const { post, open, see, said } = walker
  const { giving, day, shared } = said
  const number = await somethingGiven(walker)
  const page = await open(`/giving/${post}`, [`supervisor@${post}`])
  await page
    .getByRole('button', { name: `${giving['answer.begin']}: ` })
    .first()
    .waitFor()
  await page.getByLabel(giving['waiting.item']).selectOption('BABY_KIT')
  await page.getByText(giving['need.LOW'], { exact: true }).first().waitFor()
  await see(page, 'support')
  await page.getByLabel(giving['find.number']).fill(number)
  await press(page, giving['find.do'])
  await page.getByText(giving['state.ISSUED'], { exact: true }).first().waitFor()
  await see(page, 'support-of-a-person')
  for (const [name, words, act] of [
    ['give', giving['person.give'], giving['give.do']],
    ['ask', giving['person.ask'], giving['ask.do']],
  ] as const) {
    await press(page, words)
    await press(page, act)
    await page.getByText(giving['problem.item']).waitFor()
    await see(page, `support-${name}`)
    await press(page, shared['action.cancel'])
  }
  for (const [name, words] of [
    ['undo', giving['receipt.undo']],
    ['answer', giving['answer.begin']],
    ['verify', giving['verify.begin']],
  ] as const) {
    await page
      .getByRole('button', { name: `${words}: ` })
      .first()
      .click()
    await page.getByRole('dialog').waitFor()
    await see(page, `support-${name}`)
    await press(page, shared['action.cancel'])
  }
  const books = await open(`/day/${post}`, [`supplies@${post}`])
  await books.getByRole('table', { name: day['moves.title'] }).waitFor()
  await see(books, 'day')
  const country = await open('/day', ['auditor@*'])
  await country.getByLabel(day['desk.place']).waitFor()
  await see(country, 'day-of-any-store')
}

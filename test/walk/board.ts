/** The supervisor's board and the hand-over, and what is read out or printed for a whole bus. */
import { randomUUID } from 'node:crypto'
import { arrivalsRoutes } from '../../functions/arrivals/contract.ts'
import { aCountHeads } from '../builders/batch-commands.ts'
import { officerOf } from '../harness/officer.ts'
import { aBatch, anArrival, givenStock, register } from '../journeys/arrival.ts'
import { follow, press } from '../web/reception-journey.ts'
import type { Walker } from './walk.ts'

/** Eight stepped off, three are registered: one for the nurse and a talk, two with a seat home. */
async function aBusAtTheDesk({ host, post, district }: Walker): Promise<void> {
  await givenStock(host, post, 'SHOES', 3)
  const arrived = await aBatch(host, { post, district })
  await officerOf(host, [`reception@${post}`]).must(arrivalsRoutes.countHeads, {
    params: { batchId: arrived.batchId, countId: randomUUID() },
    body: aCountHeads({ heads: { men: 5, women: 2, children: 1 } }),
  })
  const { fast } = anArrival(arrived)
  await register(
    host,
    arrived,
    anArrival(arrived, { fast: { ...fast, urgentFlags: ['NURSE_NOW', 'WISHES_TO_SPEAK_ALONE'] } }),
  )
  for (const _ of [1, 2])
    await register(host, arrived, anArrival(arrived, { support: [{ item: 'TRANSPORT_ONWARD', quantity: 1 }] }))
}

/** Posts at which nothing ever came. */
const quietPosts = { MB: 'AP', FB: 'PK' } as const

export async function walkBoard(walker: Walker): Promise<void> {
  const { post, open, see, said } = walker
  const { board, notice, paper } = said
  const quiet = quietPosts[post]
  const none = await open(`/board/${quiet}`, [`supervisor@${quiet}`])
  await none.getByText(board.none).waitFor()
  await see(none, 'board-without-arrival')
  await aBusAtTheDesk(walker)
  const page = await open(`/board/${post}`, [`supervisor@${post}`])
  await page.locator('.tile').first().waitFor()
  await page.getByRole('button', { name: board['tally.barefoot.all'].replace('{{count}}', '8') }).click()
  await page.locator('.table').first().waitFor()
  await see(page, 'board')
  await press(page, board['tally.do'])
  await page.getByText(board['tally.received']).waitFor()
  await follow(page, board['hand.open'])
  await page.getByText(board['hand.sent']).waitFor()
  await see(page, 'hand-over')

  const spoken = await open(`/notice/${post}`, [`reception@${post}`])
  await spoken.locator('.scene-picture').waitFor()
  await see(spoken, 'notice')
  await press(spoken, notice.next)
  await press(spoken, notice['language.xh'])
  await see(spoken, 'notice-in-isixhosa')

  const pad = await open(`/paper/${post}`, [`reception@${post}`])
  await pad.getByRole('button', { name: paper.draw }).waitFor()
  await see(pad, 'paper')
  await press(pad, paper.draw)
  await pad.locator('.paper-form').nth(4).waitFor()
  await see(pad, 'paper-forms')
}

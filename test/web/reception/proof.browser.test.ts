/** What proves a handing-over, at the desk on the real host: drawn, stood by or declined, kept with what was given. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { attachmentsRoutes } from '../../../functions/attachments/contract.ts'
import { registrationRoutes } from '../../../functions/registration/contract.ts'
import { suppliesRoutes } from '../../../functions/supplies/contract.ts'
import { supportRoutes } from '../../../functions/support/contract.ts'
import { newId } from '../../../web/src/api/new-id.ts'
import { en as proofEn } from '../../../web/src/reception/proof/en.ts'
import { st as proofSt } from '../../../web/src/reception/proof/st.ts'
import type { HostDoor } from '../../harness/host-process.ts'
import { sharedHost } from '../../harness/local-host.ts'
import { officerOf } from '../../harness/officer.ts'
import { launch, openDesk } from '../desk-browser.ts'
import {
  answerHome,
  choose,
  drawMark,
  follow,
  goOn,
  openArrival,
  press,
  type Said,
  words,
} from '../reception-journey.ts'

/** A post that no other file works at. */
const post = 'BN'
const proofWords = { en: proofEn, 'st-LS': proofSt } as const

let browser: Browser
let host: HostDoor
beforeAll(async () => {
  browser = await launch()
  host = await sharedHost()
  await officerOf(host, [`supplies@${post}`]).must(suppliesRoutes.receiveStock, {
    params: { place: post, moveId: newId() },
    body: {
      versions: { contract: 1, rules: '2026-11-01' },
      item: 'TRANSPORT_ONWARD',
      quantity: 20,
      to: 'DESK',
      deviceTime: new Date().toISOString(),
    },
  })
}, 240_000)
afterAll(() => browser?.close())

/** Up to the part where things are given, for a woman with a seat home. */
async function upToSupport(page: Page, said: Said, givenNames: string): Promise<void> {
  await openArrival(page, said, { men: 0, women: 1, children: 0 })
  await follow(page, said.desk['people.new'])
  await page.getByLabel(said.intake['who.given-names']).fill(givenNames)
  await page.getByLabel(said.intake['who.surname']).fill('Proofofit')
  await choose(page, said.codes['sex.2'])
  await page.getByLabel(said.shared['date.year']).fill('1990')
  await goOn(page)
  await answerHome(page, said, { district: 'Quthing' })
  await goOn(page)
  await goOn(page)
  await page.locator('.offer-given').first().waitFor()
}

async function save(page: Page, said: Said): Promise<string> {
  await goOn(page)
  await page.waitForFunction(asking => !document.body.innerText.includes(asking), said.intake['check.matches.asking'])
  await goOn(page)
  await page.locator('.slip-number').waitFor()
  return (await page.locator('.slip-number').textContent()) ?? ''
}

/** What the server has: marks, and the proof of what was given. */
async function keptOf(displayNumber: string) {
  const officer = officerOf(host, [`reception@${post}`])
  const person = await officer.must(registrationRoutes.findByNumber, { body: { displayNumber } })
  const { personId } = person
  const { returns } = await officer.must(registrationRoutes.readPerson, { params: { personId } })
  const returnEventId = returns[0]?.returnEventId ?? ''
  const { attachments } = await officer.must(attachmentsRoutes.listAttachments, { params: { personId } })
  const { entitlements } = await officer.must(supportRoutes.readSupport, { params: { returnEventId } })
  return { attachments, proofs: entitlements.map(({ proof }) => proof) }
}

it.each(['en', 'st-LS'] as const)(
  'keeps a signature drawn on the pad, taken back and drawn again, in %s',
  async language => {
    const [said, proof] = [words[language], proofWords[language]]
    const size = language === 'en' ? 'tablet' : 'phone'
    const { page, look } = await openDesk(browser, host, {
      ...{ groups: [`reception@${post}`], path: `/reception/${post}`, language, size },
    })
    await upToSupport(page, said, `Signs ${size}`)
    await choose(page, proof['kind.SIGNATURE'])
    await look('an empty pad')
    await goOn(page)
    await goOn(page)
    await page.getByText(proof['problem.mark']).waitFor()
    await drawMark(page)
    await drawMark(page)
    await press(page, proof['pad.undo'])
    await look('a drawn pad')
    expect(await page.getByText(proof['problem.mark']).count()).toBe(0)
    const { attachments, proofs } = await keptOf(await save(page, said))
    expect(attachments).toMatchObject([{ kind: 'SIGNATURE', mediaType: 'image/png' }])
    expect(new Set(proofs.map(kept => kept && 'attachmentId' in kept && kept.attachmentId))).toEqual(
      new Set([attachments[0]?.attachmentId]),
    )
  },
)

it('wants a name beside a thumb mark, and beside a witness', async () => {
  const said = words.en
  const { page } = await openDesk(browser, host, { groups: [`reception@${post}`], path: `/reception/${post}` })
  await upToSupport(page, said, 'Thumb')
  await choose(page, proofEn['kind.THUMB'])
  await drawMark(page)
  await goOn(page)
  await goOn(page)
  await page.getByText(proofEn['problem.witness']).waitFor()
  await page.getByLabel(proofEn.witness).fill('Mamello Sekhonyana')
  const { attachments, proofs } = await keptOf(await save(page, said))
  expect(attachments).toMatchObject([{ kind: 'THUMB' }])
  expect(proofs[0]).toMatchObject({ kind: 'THUMB', witness: 'Mamello Sekhonyana' })
})

it.each([
  ['WITNESS', { kind: 'WITNESS', witness: 'Thabo Mokoena' }],
  ['DECLINED', { kind: 'DECLINED' }],
] as const)('takes %s with the keyboard alone, and keeps no mark', async (kind, kept) => {
  const said = words.en
  const { page } = await openDesk(browser, host, { groups: [`reception@${post}`], path: `/reception/${post}` })
  await upToSupport(page, said, kind.toLowerCase())
  await page.getByLabel(proofEn[`kind.${kind}`]).focus()
  await page.keyboard.press('Space')
  if ('witness' in kept) {
    await page.getByLabel(proofEn.witness).focus()
    await page.keyboard.type(kept.witness)
  }
  expect(await keptOf(await save(page, said))).toEqual({ attachments: [], proofs: [kept] })
})

it('says that a mark did not arrive, and sends it again', async () => {
  const said = words.en
  const { page } = await openDesk(browser, host, { groups: [`reception@${post}`], path: `/reception/${post}` })
  await upToSupport(page, said, 'Cut')
  await choose(page, proofEn['kind.SIGNATURE'])
  await drawMark(page)
  await page.route('**/attachments/**', route => route.abort())
  const number = await save(page, said)
  await page.getByText(proofEn['unsent.title']).waitFor()
  expect((await keptOf(number)).attachments).toEqual([])
  await page.unroute('**/attachments/**')
  await press(page, proofEn['unsent.again'])
  await page.getByText(proofEn['unsent.title']).waitFor({ state: 'hidden' })
  expect((await keptOf(number)).attachments).toMatchObject([{ kind: 'SIGNATURE' }])
})

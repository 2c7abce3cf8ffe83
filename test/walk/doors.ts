/** The ways in, and the pages that belong to no desk. */
import type { Walker } from './walk.ts'

export async function walkDoors({ open, see, said, post }: Walker): Promise<void> {
  const { shared, desk } = said
  const way = await open('/')
  await way.getByRole('button', { name: shared['sign-in.do'] }).waitFor()
  await see(way, 'sign-in')
  const failed = await open('/signed-in')
  await failed.getByText(shared['sign-in.failed.title']).waitFor()
  await see(failed, 'sign-in-failed')
  const home = await open('/', [`reception@${post}`, `supervisor@${post}`, `screening@${post}`])
  await home.locator('.door').first().waitFor()
  await see(home, 'home')
  const none = await open('/', [])
  await none.getByText(shared['home.none.title']).waitFor()
  await see(none, 'home-without-role')
  const elsewhere = await open('/reception/SP', [`reception@${post}`])
  await elsewhere.getByText(desk['desk.wrong-post']).waitFor()
  await see(elsewhere, 'another-post')
  const missing = await open('/nothing-here')
  await missing.getByText(shared['app.missing.title']).waitFor()
  await see(missing, 'no-such-page')
  const components = await open('/components')
  await components.locator('.slip').first().waitFor()
  await see(components, 'components')
}

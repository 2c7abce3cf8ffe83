/**
 * What a newcomer finds on a fresh data folder: stock at both demo posts, received over HTTP as a supplies officer
 * would. The demo receives the very same moves, so a demo run afterwards finds neither more nor less.
 */
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deskOf } from './demo/desk.ts'
import { demoArrival } from './demo/people.ts'
import { receiveStock } from './demo/reception.ts'
import { runningHost } from './running-host.ts'

const posts = ['MB', 'FB'] as const

/** Does nothing where it was done before, whatever has been handed out since. */
export async function seedOnce(dataFolder: string): Promise<void> {
  const mark = join(dataFolder, 'seeded')
  if (existsSync(mark)) return
  const host = runningHost(dataFolder)
  for (const post of posts) {
    const supplies = deskOf(host.url, () => host.token(`supplies-${post.toLowerCase()}`))
    await receiveStock(supplies, demoArrival, post)
  }
  await writeFile(mark, '')
}

/** What an officer of the zone sees of a screen in a list: judged again from its envelope, since no answer lies open. */

import { stricterRoute } from '../screening/private-screen-rules.ts'
import type { ScreenContent } from '../screening/screen-content.ts'
import type { OpenedScreen } from './contract.ts'
import { byDanger, type Judgement, judgeScreen } from './screen-judgement.ts'
import type { Screen } from './screen-record.ts'
import type { SealedContents } from './sealed-content.ts'

interface Known extends Judgement {
  readonly returnEventId: string | undefined
  readonly displayNumber: string | undefined
}

const known = (content: ScreenContent): Known => ({
  ...judgeScreen(content),
  returnEventId: content.returnEventId,
  displayNumber: content.displayNumber,
})

/** An envelope that could not be opened at first may be by now: a newer server knows newer contents. */
const problemOf = ({ problem }: Screen, opened: Known | undefined): OpenedScreen['problem'] => {
  if (opened === undefined) return 'UNREADABLE'
  return problem === 'UNREADABLE' ? undefined : problem
}

function view(screen: Screen, opened: Known | undefined): OpenedScreen {
  const problem = problemOf(screen, opened)
  return {
    screenId: screen.screenId,
    ...(opened?.returnEventId === undefined ? {} : { returnEventId: opened.returnEventId }),
    ...(opened?.displayNumber === undefined ? {} : { displayNumber: opened.displayNumber }),
    route: screen.state === 'OPEN' && opened ? stricterRoute(screen.route, opened.route) : screen.route,
    ...(screen.task === undefined ? {} : { dueAt: screen.task.dueAt }),
    receivedAt: screen.receivedAt,
    state: screen.state,
    differs: opened?.differs ?? false,
    ...(problem === undefined ? {} : { problem }),
    ...(screen.conflictsWith === undefined ? {} : { conflictsWith: screen.conflictsWith }),
    revision: screen.revision,
  }
}

export const viewOf = (screen: Screen, content: ScreenContent | undefined): OpenedScreen =>
  view(screen, content && known(content))

const mostRemembered = 2_000
const openedAtOnce = 20

/**
 * Lists screens in order of danger. What orders them is remembered while the function is warm, in its memory alone, so
 * that a list of a hundred does not ask the key a hundred times at every look.
 */
export const screenSummaries = (contents: SealedContents) => {
  const remembered = new Map<string, Known>()

  async function judged({ sealedId }: Screen): Promise<Known | undefined> {
    const before = remembered.get(sealedId)
    if (before) return before
    const content = await contents.readStored(sealedId)
    if (!content) return undefined
    if (remembered.size >= mostRemembered) remembered.clear()
    const now = known(content)
    remembered.set(sealedId, now)
    return now
  }

  return async (screens: readonly Screen[]): Promise<OpenedScreen[]> => {
    const seen: { view: OpenedScreen; dangerOrder: number }[] = []
    for (let start = 0; start < screens.length; start += openedAtOnce)
      seen.push(
        ...(await Promise.all(
          screens.slice(start, start + openedAtOnce).map(async screen => {
            const opened = await judged(screen)
            return { view: view(screen, opened), dangerOrder: opened?.dangerOrder ?? 0 }
          }),
        )),
      )
    return seen
      .toSorted((one, other) =>
        byDanger({ ...one.view, dangerOrder: one.dangerOrder }, { ...other.view, dangerOrder: other.dangerOrder }),
      )
      .map(({ view }) => view)
  }
}
export type ScreenSummaries = ReturnType<typeof screenSummaries>

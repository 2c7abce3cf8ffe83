/** The arrivals of a post, how each stands, and what the post still holds: the server's word and what was captured here since. */
import * as z from 'zod/mini'
import { BatchSummary } from '../../../functions/arrivals/batch.ts'
import { Board } from '../../../functions/arrivals/board.ts'
import { boardRoutes } from '../../../functions/arrivals/board-contract.ts'
import { arrivalsRoutes } from '../../../functions/arrivals/contract.ts'
import type { PostCode } from '../../../functions/platform/places.ts'
import { supportRoutes } from '../../../functions/support/contract.ts'
import { ItemCode, itemCodes } from '../../../functions/support/items.ts'
import { call } from '../api/client.ts'
import type { Left } from '../reception/intake/support-proposal.ts'
import { standing } from '../reception/kept/effects.ts'
import { batchesWith, leftWith } from '../reception/kept/merged-view.ts'
import { boardWith } from './board-with.ts'
import { type Known, type Question, useMerged, useMergedAll } from './kept-answer.ts'
import type { Level } from './stock-left.tsx'

export const useArrivals = (post: PostCode): Known<readonly BatchSummary[]> =>
  useMerged<readonly BatchSummary[], readonly BatchSummary[]>(
    {
      name: `arrivals.${post}`,
      shape: z.array(BatchSummary),
      async ask() {
        const answer = await call(arrivalsRoutes.listBatches, { query: { post } })
        return answer.ok ? { ok: true, value: answer.value.batches } : answer
      },
    },
    copy => batchesWith(post, copy, standing.value),
  )

export const isOpen = ({ state }: Pick<BatchSummary, 'state'>): boolean => state === 'EXPECTED' || state === 'ARRIVED'

export const boardQuestion = (batchId: string): Question<Board> => ({
  name: `board.${batchId}`,
  shape: Board,
  ask: () => call(boardRoutes.readBoard, { params: { batchId } }),
})

export const useBoard = (batchId: string): Known<Board> =>
  useMerged(boardQuestion(batchId), copy => boardWith(batchId, copy, standing.value))

export const useBoards = (batchIds: readonly string[]): Known<readonly Board[]> =>
  useMergedAll(batchIds.map(boardQuestion), (copy, index) => boardWith(batchIds[index] ?? '', copy, standing.value))

const Levels = z.partialRecord(ItemCode, z.int())

/** Items that the post never received are not in it; undefined where this tablet never heard of its stock. */
export const useStock = (post: PostCode): Known<readonly Level[]> =>
  useMerged<Left, readonly Level[]>(
    {
      name: `stock.${post}`,
      shape: Levels,
      async ask() {
        const answer = await call(supportRoutes.readStock, { params: { post } })
        return answer.ok
          ? { ok: true, value: Object.fromEntries(answer.value.levels.map(({ item, left }) => [item, left])) }
          : answer
      },
    },
    copy => {
      const left = leftWith(copy, standing.value)
      return left && itemCodes.flatMap(item => (left[item] === undefined ? [] : [{ item, left: left[item] }]))
    },
  )

export const useHome = (batchId: string) =>
  useMerged(
    {
      name: `home.${batchId}`,
      shape: boardRoutes.readHome.response,
      ask: () => call(boardRoutes.readHome, { params: { batchId } }),
    },
    copy => copy?.value,
  )

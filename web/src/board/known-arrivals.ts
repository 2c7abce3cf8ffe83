/** The arrivals of a post, how each stands, and what the post still holds: the server's word and what was captured here since. */
import * as z from 'zod/mini'
import { BatchSummary } from '../../../functions/arrivals/batch.ts'
import { Board } from '../../../functions/arrivals/board.ts'
import { boardRoutes } from '../../../functions/arrivals/board-contract.ts'
import { arrivalsRoutes } from '../../../functions/arrivals/contract.ts'
import type { PostCode } from '../../../functions/platform/places.ts'
import { deskStockRoutes } from '../../../functions/supplies/desk-contract.ts'
import { itemCodes } from '../../../functions/support/items.ts'
import { call } from '../api/client.ts'
import { DeskStock, stockWith } from '../reception/kept/desk-stock.ts'
import { standing } from '../reception/kept/effects.ts'
import { batchesWith } from '../reception/kept/merged-view.ts'
import { dateToday } from '../time/date-today.ts'
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

/** Items that the post never received are not in it; undefined where this tablet never heard of its stock. */
export const useStock = (post: PostCode): Known<readonly Level[]> =>
  useMerged<DeskStock, readonly Level[]>(
    {
      name: `stock.${post}`,
      shape: DeskStock,
      async ask() {
        const answer = await call(deskStockRoutes.readStock, { params: { post } })
        if (!answer.ok) return answer
        const left = Object.fromEntries(answer.value.levels.map(level => [level.item, level.left]))
        return { ok: true, value: { left, holdings: [], payers: [] } }
      },
    },
    copy => {
      const left = stockWith(copy, standing.value, dateToday())?.left
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

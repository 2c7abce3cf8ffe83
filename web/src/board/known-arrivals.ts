/** The arrivals of a post, how each stands, and what the post still holds: from the server, or as they were last known. */
import * as z from 'zod/mini'
import type { BatchSummary } from '../../../functions/arrivals/batch.ts'
import { Board } from '../../../functions/arrivals/board.ts'
import { boardRoutes } from '../../../functions/arrivals/board-contract.ts'
import { arrivalsRoutes } from '../../../functions/arrivals/contract.ts'
import type { PostCode } from '../../../functions/platform/places.ts'
import { supportRoutes } from '../../../functions/support/contract.ts'
import { type Answer, call } from '../api/client.ts'
import { type Known, useKeptAnswer } from './kept-answer.ts'

type Batches = { readonly batches: readonly BatchSummary[] }

export const useArrivals = (post: PostCode): Known<Batches> =>
  useKeptAnswer(`arrivals.${post}`, arrivalsRoutes.listBatches.response, () =>
    call(arrivalsRoutes.listBatches, { query: { post } }),
  )

export const isOpen = ({ state }: Pick<BatchSummary, 'state'>): boolean => state === 'EXPECTED' || state === 'ARRIVED'

export const useBoard = (batchId: string): Known<Board> =>
  useKeptAnswer(`board.${batchId}`, Board, () => call(boardRoutes.readBoard, { params: { batchId } }))

/** Several at once; the first "no" stands for all. */
export const useBoards = (batchIds: readonly string[]): Known<readonly Board[]> =>
  useKeptAnswer(`boards.${batchIds.join()}`, z.array(Board), async (): Promise<Answer<Board[]>> => {
    const answers = await Promise.all(batchIds.map(batchId => call(boardRoutes.readBoard, { params: { batchId } })))
    const no = answers.find(answer => !answer.ok)
    if (no !== undefined && !no.ok) return no
    return { ok: true, value: answers.flatMap(answer => (answer.ok ? [answer.value] : [])) }
  })

export const useStock = (post: PostCode) =>
  useKeptAnswer(`stock.${post}`, supportRoutes.readStock.response, () =>
    call(supportRoutes.readStock, { params: { post } }),
  )

export const useHome = (batchId: string) =>
  useKeptAnswer(`home.${batchId}`, boardRoutes.readHome.response, () =>
    call(boardRoutes.readHome, { params: { batchId } }),
  )

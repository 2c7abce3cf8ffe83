/**
 * What an officer asked for beyond the ceilings: it waits at its post for a second person (domain.md 4.2 rule 4). The entry
 * of what is given for it is an entitlement like any other, under the request's own id.
 */
import * as z from 'zod/mini'
import { type Stored, storedShape } from '../platform/stored.ts'
import { ledgerKeys } from '../platform/tables.ts'
import { change, type TransactWriteItem } from '../platform/transaction.ts'
import { ItemCode } from './items.ts'

import { requestStates } from './request-states.ts'

export const storedRequest = storedShape(1, () =>
  z.object({
    requestId: z.string(),
    returnEventId: z.string(),
    displayNumber: z.string(),
    item: ItemCode,
    quantity: z.int(),
    reason: z.string(),
    askedBy: z.string(),
    askedAt: z.string(),
    contentHash: z.string(),
    state: z.enum(requestStates),
    /** The command that answered it: its retry finds it. */
    answerId: z.optional(z.string()),
    answerHash: z.optional(z.string()),
    answeredBy: z.optional(z.string()),
    answeredAt: z.optional(z.string()),
    answerReason: z.optional(z.string()),
    revision: z.int(),
  }),
)
export type Request = Stored<typeof storedRequest>

export type NewRequest = Pick<
  Request,
  | 'requestId'
  | 'returnEventId'
  | 'displayNumber'
  | 'item'
  | 'quantity'
  | 'reason'
  | 'askedBy'
  | 'askedAt'
  | 'contentHash'
>

export const asked = (table: string, post: string, request: NewRequest): TransactWriteItem =>
  change(table, ledgerKeys.request(post, request.requestId), {
    set: { schemaVersion: 1, ...request, state: 'OPEN' },
    when: 'attribute_not_exists(pk)',
  })

export type RequestAnswer = Required<
  Pick<Request, 'answerId' | 'answerHash' | 'answeredBy' | 'answeredAt' | 'answerReason'>
> & { readonly state: 'GRANTED' | 'REFUSED' }

export const answered = (table: string, post: string, requestId: string, answer: RequestAnswer): TransactWriteItem =>
  change(table, ledgerKeys.request(post, requestId), {
    set: answer,
    when: '#state = :open',
    values: { open: 'OPEN' },
  })

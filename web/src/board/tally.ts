/**
 * The tally of a bus while it is counted, and until the server has it. A tally that was sent without a network keeps its
 * id and goes again by itself, so that it is stored once.
 */
import { type Signal, signal } from '@preact/signals'
import * as z from 'zod/mini'
import type { Needs } from '../../../functions/arrivals/batch.ts'
import { boardRoutes, TallyNeeds } from '../../../functions/arrivals/board-contract.ts'
import { call, type No } from '../api/client.ts'
import { newId } from '../api/new-id.ts'
import { deviceTime, versions } from '../api/versions.ts'
import { findKept, keep } from './kept-answer.ts'

const KeptTally = z.object({ tallyId: z.string(), body: TallyNeeds })

export interface TallyKeeper {
  readonly needs: Signal<Needs>
  readonly state: Signal<'counting' | 'waiting' | 'received'>
  readonly no: Signal<No | undefined>
  readonly count: (needs: Partial<Needs>) => void
  readonly send: () => Promise<void>
}

export function tallyOf(batchId: string, known: Needs | undefined): TallyKeeper {
  const name = `kamohelo.board.tally.${batchId}`
  const kept = findKept(name, KeptTally)
  const needs = signal<Needs>(kept?.body.needs ?? known ?? { barefoot: 0, emptyHanded: 0 })
  const state = signal<'counting' | 'waiting' | 'received'>(kept === undefined ? 'counting' : 'waiting')
  const no = signal<No | undefined>(undefined)
  let waiting = kept
  let sending = false
  return {
    needs,
    state,
    no,
    count(changed) {
      needs.value = { ...needs.value, ...changed }
      state.value = 'counting'
      waiting = undefined
    },
    async send() {
      if (sending) return
      sending = true
      waiting ??= { tallyId: newId(), body: { versions, needs: needs.value, deviceTime: deviceTime() } }
      const sent = waiting
      keep(name, sent)
      state.value = 'waiting'
      const answer = await call(boardRoutes.tallyNeeds, {
        params: { batchId, tallyId: sent.tallyId },
        body: sent.body,
      }).finally(() => {
        sending = false
      })
      if (waiting !== sent) return // counted on meanwhile
      no.value = answer.ok ? undefined : answer
      if (!answer.ok) return
      localStorage.removeItem(name)
      waiting = undefined
      state.value = 'received'
    },
  }
}

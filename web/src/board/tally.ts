/**
 * The tally of a bus while it is counted, and until it is stored. On an enrolled tablet it is a record like any other. On
 * another browser one that was sent without a network keeps its id and goes again by itself, so that it is stored once.
 */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import * as z from 'zod/mini'
import type { BatchSummary, Needs } from '../../../functions/arrivals/batch.ts'
import { boardRoutes, TallyNeeds } from '../../../functions/arrivals/board-contract.ts'
import { call, type No } from '../api/client.ts'
import { newId } from '../api/new-id.ts'
import { deviceTime, versions } from '../api/versions.ts'
import { keepsRecords } from '../device/working.ts'
import { dependsOn } from '../reception/kept/depends-on.ts'
import { standing } from '../reception/kept/effects.ts'
import { submit } from '../reception/kept/submit.ts'
import { findKept, keep } from './kept-answer.ts'
import { t } from './words.ts'

const KeptTally = z.object({ tallyId: z.string(), body: TallyNeeds })
type KeptTally = z.infer<typeof KeptTally>

export interface TallyKeeper {
  readonly counts: Readonly<Record<keyof Needs, Signal<number>>>
  readonly needs: ReadonlySignal<Needs>
  readonly state: Signal<'counting' | 'waiting' | 'kept' | 'received'>
  readonly no: Signal<No | undefined>
  readonly count: (which: keyof Needs, next: number) => void
  readonly send: () => Promise<void>
}

const typedAs = ({ barefoot, emptyHanded }: Needs) => [
  { label: t('tally.barefoot'), answer: String(barefoot) },
  { label: t('tally.emptyHanded'), answer: String(emptyHanded) },
]

const submitTally = (batchId: string, { tallyId, body }: KeptTally) =>
  submit(
    boardRoutes.tallyNeeds,
    { params: { batchId, tallyId }, body },
    {
      ...{ recordId: tallyId, kind: 'tally', copy: { typed: typedAs(body.needs) } },
      dependsOn: dependsOn(standing.value, { batchId }),
      effect: { is: 'tally', recordId: tallyId, batchId, at: body.deviceTime, needs: body.needs },
    },
  )

export function tallyOf({ batchId, needs: known }: Pick<BatchSummary, 'batchId' | 'needs'>): TallyKeeper {
  const name = `kamohelo.board.tally.${batchId}`
  const kept = findKept(name, KeptTally)
  const first: Needs = kept?.body.needs ?? known ?? { barefoot: 0, emptyHanded: 0 }
  const counts = { barefoot: signal(first.barefoot), emptyHanded: signal(first.emptyHanded) }
  const needs = computed<Needs>(() => ({ barefoot: counts.barefoot.value, emptyHanded: counts.emptyHanded.value }))
  const state: TallyKeeper['state'] = signal(kept === undefined ? 'counting' : 'waiting')
  const no = signal<No | undefined>(undefined)
  let waiting = kept
  let sending = false
  return {
    counts,
    needs,
    state,
    no,
    count(which, next) {
      counts[which].value = next
      state.value = 'counting'
      waiting = undefined
    },
    async send() {
      if (sending) return
      sending = true
      waiting ??= { tallyId: newId(), body: { versions, needs: needs.value, deviceTime: deviceTime() } }
      const sent = waiting
      if (!keepsRecords()) keep(name, sent)
      state.value = 'waiting'
      const answer = await (keepsRecords()
        ? submitTally(batchId, sent)
        : call(boardRoutes.tallyNeeds, { params: { batchId, tallyId: sent.tallyId }, body: sent.body })
      ).finally(() => {
        sending = false
      })
      if (waiting !== sent) return // counted on meanwhile
      no.value = answer.ok ? undefined : answer
      if (!answer.ok) return
      localStorage.removeItem(name)
      waiting = undefined
      state.value = 'is' in answer.value ? 'kept' : 'received'
    },
  }
}

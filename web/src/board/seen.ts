/** Who was seen by the nurse, has spoken alone or has left, as the supervisor says it: times alone, on this tablet. */
import { type Signal, signal } from '@preact/signals'
import * as z from 'zod/mini'
import type { Wait } from '../../../functions/arrivals/board.ts'
import { nobodySeen, type Seen } from '../../../functions/arrivals/board-figures.ts'
import { findKept, keep } from './kept-answer.ts'

const Times = z.array(z.string())
const KeptSeen = z.object({ NURSE: Times, TALK: Times, SEAT: Times })

export interface SeenKeeper {
  readonly seen: Signal<Seen>
  readonly say: (wait: Wait, count: number) => void
  readonly undo: (wait: Wait) => void
}

export function seenAt(batchId: string): SeenKeeper {
  const name = `kamohelo.board.seen.${batchId}`
  const seen = signal<Seen>(findKept(name, KeptSeen) ?? nobodySeen)
  const change = (next: Seen) => {
    seen.value = next
    keep(name, next)
  }
  return {
    seen,
    say: (wait, count) => {
      const now = new Date().toISOString()
      change({ ...seen.value, [wait]: [...seen.value[wait], ...Array.from({ length: count }, () => now)] })
    },
    undo: wait => change({ ...seen.value, [wait]: seen.value[wait].slice(0, -1) }),
  }
}

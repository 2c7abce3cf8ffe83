/** A task as a plain object: what the real one must agree with after any history of commands. */
import { claimLapsesAt } from '../../../functions/follow-up/claim-lapse.ts'
import type { NewTask } from '../../../functions/follow-up/task-record.ts'

export type Step =
  | { readonly do: 'claim'; readonly officer: string; readonly id: string; readonly sawLatest: boolean }
  | { readonly do: 'release'; readonly officer: string; readonly id: string; readonly reason: string }
  | {
      readonly do: 'complete'
      readonly officer: string
      readonly id: string
      readonly outcome: 'PROVIDED' | 'DECLINED'
    }
  | { readonly do: 'wait'; readonly minutes: number }
  | { readonly do: 'sweep' }

/** The word of a refusal, or the instant on the receipt. */
type Expected = { readonly word: string } | { readonly receivedAt: string }

interface Done {
  readonly officer: string
  readonly content: string
  readonly at: string
}

export class TaskModel {
  state: 'OPEN' | 'CLAIMED' | 'DONE' = 'OPEN'
  revision = 1
  claim: { officer: string; id: string; at: string; lapsesAt: string } | undefined
  readonly #task: NewTask
  readonly #releases = new Map<string, Done>()
  #completion: (Done & { readonly id: string }) | undefined

  constructor(task: NewTask) {
    this.#task = task
  }

  #isHeldBy(officer: string, now: string): boolean {
    return this.state === 'CLAIMED' && this.claim?.officer === officer && this.claim.lapsesAt > now
  }

  #cause(): Expected {
    return { word: this.state === 'DONE' ? 'task-finished' : 'task-not-yours' }
  }

  claimed({ officer, id, sawLatest }: Extract<Step, { do: 'claim' }>, now: string): Expected {
    const free = this.state === 'OPEN' || (this.state === 'CLAIMED' && (this.claim?.lapsesAt ?? '') <= now)
    if (sawLatest && free) {
      this.state = 'CLAIMED'
      this.revision += 1
      this.claim = { officer, id, at: now, lapsesAt: claimLapsesAt({ ...this.#task, claimedAt: now }) }
      return { receivedAt: now }
    }
    if (this.claim?.id === id && this.claim.officer === officer) return { receivedAt: this.claim.at }
    if (this.state === 'DONE') return { word: 'task-finished' }
    return { word: free ? 'revision-stale' : 'task-already-claimed' }
  }

  released({ officer, id, reason }: Extract<Step, { do: 'release' }>, now: string): Expected {
    const earlier = this.#releases.get(id)
    if (earlier) return sameOrReused(earlier, officer, reason)
    if (!this.#isHeldBy(officer, now)) return this.#cause()
    this.#releases.set(id, { officer, content: reason, at: now })
    this.#open()
    return { receivedAt: now }
  }

  completed({ officer, id, outcome }: Extract<Step, { do: 'complete' }>, now: string): Expected {
    if (this.#completion?.id === id) return sameOrReused(this.#completion, officer, outcome)
    if (!this.#isHeldBy(officer, now)) return this.#cause()
    this.#completion = { id, officer, content: outcome, at: now }
    this.state = 'DONE'
    this.revision += 1
    return { receivedAt: now }
  }

  swept(now: string): void {
    if (this.state === 'CLAIMED' && (this.claim?.lapsesAt ?? '') <= now) this.#open()
  }

  #open(): void {
    this.state = 'OPEN'
    this.revision += 1
    this.claim = undefined
  }
}

const sameOrReused = (earlier: Done, officer: string, content: string): Expected =>
  earlier.officer === officer && earlier.content === content
    ? { receivedAt: earlier.at }
    : { word: 'identifier-reused' }

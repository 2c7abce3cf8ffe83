/**
 * What the server last said to the board, kept on the tablet: counts and times of arrivals, nobody's record. Each answer
 * is kept with the records that had been received when it was asked for, so that what was captured here since can be
 * counted in.
 */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import * as z from 'zod/mini'
import type { Answer, No } from '../api/client.ts'
import { useAnswer } from '../api/use-answer.ts'
import { deviceTime } from '../api/versions.ts'
import { standing } from '../reception/kept/effects.ts'
import type { DeskCopy } from '../reception/kept/merged-view.ts'
import { isWithoutServer } from '../reception/kept/without-server.ts'

/** What stands under a key, if it can still be read; undefined where nothing does. */
export function findKept<T>(key: string, schema: z.ZodMiniType<T>): T | undefined {
  try {
    const kept = schema.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'))
    return kept.success ? kept.data : undefined
  } catch {
    return undefined // not even JSON
  }
}

/** A full device keeps nothing more of the board; what was captured stands elsewhere. */
export function keep(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    localStorage.removeItem(key)
  }
}

export interface Question<T> {
  readonly name: string
  readonly shape: z.ZodMiniType<T>
  readonly ask: () => Promise<Answer<T>>
}

const nameOf = ({ name }: Question<unknown>): string => `kamohelo.board.${name}`

/** Asks, and keeps what was answered. */
export async function askBoard<T>(question: Question<T>): Promise<Answer<DeskCopy<T>>> {
  const knew = standing.value.filter(({ state }) => state === 'received').map(({ recordId }) => recordId)
  const at = deviceTime()
  const answer = await question.ask()
  if (!answer.ok) return answer
  const copy = { value: answer.value, knew, at }
  keep(nameOf(question), copy)
  return { ok: true, value: copy }
}

export const keptBoard = <T>(question: Question<T>): DeskCopy<T> | undefined =>
  findKept(nameOf(question), z.object({ value: question.shape, knew: z.array(z.string()), at: z.string() }))

export interface Known<T> {
  /** The server's word with what was captured here since. */
  readonly value: T | undefined
  /** There is no connection: what stands here is as old as `knownAt` says, or this tablet's own where it says nothing. */
  readonly isAway: boolean
  readonly knownAt: string | undefined
  readonly no: No | undefined
  readonly ask: () => void
}

/** Asks the server, and goes by what it said last where it cannot be reached. */
export function useMerged<T, Merged>(
  question: Question<T>,
  merge: (copy: DeskCopy<T> | undefined) => Merged | undefined,
): Known<Merged> {
  const { value: fresh, no, ask } = useAnswer(question.name, () => askBoard(question))
  const isAway = no?.offline === true || isWithoutServer(no)
  const copy = fresh ?? (isAway ? keptBoard(question) : undefined)
  return { value: merge(copy), isAway, knownAt: copy?.at, no, ask }
}

/** Several arrivals, each kept under its own name; those that nobody knows of are left out. */
export function useMergedAll<T, Merged>(
  questions: readonly Question<T>[],
  merge: (copy: DeskCopy<T> | undefined, index: number) => Merged | undefined,
): Known<readonly Merged[]> {
  const copies = useSignal<readonly (DeskCopy<T> | undefined)[] | undefined>(undefined)
  const names = questions.map(({ name }) => name).join()
  const { no, ask } = useAnswer(names, async (): Promise<Answer<undefined>> => {
    const answers = await Promise.all(questions.map(askBoard))
    copies.value = answers.map((answer, index) => {
      const question = questions[index]
      return answer.ok ? answer.value : question && keptBoard(question)
    })
    return answers.find(answer => !answer.ok) ?? { ok: true, value: undefined }
  })
  useEffect(() => {
    copies.value = undefined
  }, [names])
  const merged = copies.value?.flatMap((copy, index) => merge(copy, index) ?? [])
  const oldest = copies.value?.flatMap(copy => copy?.at ?? []).sort()[0]
  return { value: merged, isAway: no?.offline === true || isWithoutServer(no), knownAt: oldest, no, ask }
}

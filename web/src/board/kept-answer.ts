/**
 * What the board last knew, kept on the tablet: counts and times of arrivals, nobody's record. Without a network it is
 * shown with the time it was known at.
 */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import * as z from 'zod/mini'
import type { Answer, No } from '../api/client.ts'
import { useAnswer } from '../api/use-answer.ts'

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

export interface Known<T> {
  readonly value: T | undefined
  /** When the server said it. */
  readonly knownAt: string | undefined
  readonly no: No | undefined
  readonly ask: () => void
}

/** Asks the server, and gives what it said last where it cannot be reached. */
export function useKeptAnswer<T>(key: string, schema: z.ZodMiniType<T>, question: () => Promise<Answer<T>>): Known<T> {
  const name = `kamohelo.board.${key}`
  const { value, no, ask } = useAnswer(key, question)
  const knownAt = useSignal<string | undefined>(undefined)
  useEffect(() => {
    if (value === undefined) return
    knownAt.value = new Date().toISOString()
    keep(name, { knownAt: knownAt.value, value })
  }, [value])
  if (value !== undefined) return { value, knownAt: knownAt.value, no, ask }
  const kept = no?.offline === true ? findKept(name, z.object({ knownAt: z.string(), value: schema })) : undefined
  return { value: kept?.value, knownAt: kept?.knownAt, no, ask }
}

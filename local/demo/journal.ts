/**
 * What the demo's offices meant to do, written before it is sent: after a crash the sets are whole again, because what
 * was meant and not stored is still in a queue and is done by the next run.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import * as z from 'zod/mini'

const Line = z.object({ kind: z.enum(['claim', 'visit']), id: z.string() })

export interface Journal {
  note(kind: 'claim' | 'visit', id: string): void
  count(kind: 'claim' | 'visit'): number
}

export function openJournal(path: string): Journal {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const lines = text
    .split('\n')
    .filter(line => line !== '')
    .map(line => Line.parse(JSON.parse(line)))
  const known = new Set(lines.map(({ kind, id }) => `${kind} ${id}`))
  return {
    note(kind, id) {
      const entry = `${kind} ${id}`
      if (known.has(entry)) return
      known.add(entry)
      appendFileSync(path, `${JSON.stringify({ kind, id })}\n`)
    },
    count: kind => [...known].filter(entry => entry.startsWith(`${kind} `)).length,
  }
}

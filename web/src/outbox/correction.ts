/**
 * How a refused record gets back to its form. The list puts the record here and goes to the form's address; the form takes
 * it up, and keeps what it was corrected to with `keepRecord` under the same id.
 */
import { computed, effect, signal } from '@preact/signals'
import { type RecordedCommand, readCommand } from '../../../functions/commands/sealed-record.ts'
import type { Grant } from '../../../functions/platform/permissions.ts'
import { thisDevice } from '../device/this-device.ts'
import { working } from '../device/working.ts'
import { openDesks } from '../sign-in/desks.ts'
import type { RecordKind } from './outbox-row.ts'
import type { KeptCopy } from './own-copy.ts'

export interface ToCorrect {
  readonly recordId: string
  readonly kind: RecordKind
  /** As it was captured: all that was typed is in its body. */
  readonly command: RecordedCommand
  /** As the form kept it (`OwnCopy.draft`); undefined for a record that came back from the server. */
  readonly draft: unknown
  /** The server's word for its no. */
  readonly refusal: string | undefined
}

/** What the form at `correctionAddress` shall open; the form empties it. Lost, as every open form, when the tablet locks. */
export const correcting = signal<ToCorrect | undefined>(undefined)
const worker = computed(() => working.value?.officerId)
effect(() => {
  worker.value
  correcting.value = undefined
})

/**
 * The form of every kind stands at one address of a post's desk: the tablet's, and on any other browser the officer's own.
 * Undefined for an officer who has none.
 */
export function correctionAddress(grants: readonly Grant[]): string | undefined {
  const desk = openDesks(grants).find(({ name }) => name === 'reception')?.href
  const post = thisDevice()?.post
  const address = post === undefined ? desk : `/reception/${post}`
  return address && `${address}/correct`
}

/** Undefined where the copy is of a version that kept no command. */
export function toCorrect(
  { recordId, kind, refusal }: { recordId: string; kind: RecordKind; refusal?: string | undefined },
  copy: Pick<KeptCopy, 'command' | 'draft'>,
): ToCorrect | undefined {
  const command = copy.command === undefined ? undefined : readCommand(copy.command)
  return command && { recordId, kind, command, draft: copy.draft, refusal }
}

const kinds: readonly (readonly [RegExp, RecordKind])[] = [
  [/^\/v1\/intakes\/[^/]+$/, 'intake'],
  [/^\/v1\/screens\/[^/]+$/, 'record'],
  [/^\/v1\/batches\/[^/]+$/, 'batch'],
  [/^\/v1\/batches\/[^/]+\/manifest$/, 'list'],
  [/^\/v1\/batches\/[^/]+\/counts\//, 'heads'],
  [/^\/v1\/batches\/[^/]+\/tallies\//, 'tally'],
  [/^\/v1\/batches\/[^/]+\/outcomes\//, 'outcome'],
  [/^\/v1\/batches\/[^/]+\/closings\//, 'closing'],
  [/^\/v1\/persons\/[^/]+\/completions\//, 'completion'],
  [/^\/v1\/persons\/[^/]+\/consents\//, 'consents'],
  [/^\/v1\/posts\/[^/]+\/stock\//, 'stock'],
]

/** Of a record that came back from the server, which knows routes and no kinds. */
export const kindOf = (path: string): RecordKind => kinds.find(([pattern]) => pattern.test(path))?.[1] ?? 'other'

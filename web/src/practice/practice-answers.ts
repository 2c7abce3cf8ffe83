/**
 * What a server would say in practice: read from the invented bus, by the name of the contract's row. A command gets no
 * answer here at all: none is ever stored.
 */
import * as z from 'zod/mini'
import { PostCode } from '../../../functions/platform/places.ts'
import type { Route } from '../../../functions/platform/route.ts'
import { FindByNumber, FindByWords, FindMatches } from '../../../functions/registration/contract.ts'
import { suspectedDuplicates } from '../../../functions/registration/duplicates.ts'
import { type AnyAsking, unreached } from '../api/client.ts'
import { homePath } from './is-practice.ts'
import { practiceBus } from './practice-records.ts'

const Named = z.object({
  post: z.optional(PostCode),
  batchId: z.optional(z.string()),
  personId: z.optional(z.string()),
})
const named = (part: unknown) => Named.parse(part ?? {})

const answers: Readonly<Record<string, (asking: AnyAsking, post: PostCode) => unknown>> = {
  listBatches: (_, post) => ({ batches: [practiceBus(post).batch.batch] }),
  readBatch({ params }, post) {
    const { batch } = practiceBus(post)
    return named(params).batchId === batch.batch.batchId ? batch : undefined
  },
  readStock: (_, post) => ({
    approval: 'UNAPPROVED',
    levels: Object.entries(practiceBus(post).left).map(([item, left]) => ({ item, received: left, drawn: 0, left })),
  }),
  readPerson: ({ params }, post) => practiceBus(post).views.get(named(params).personId ?? ''),
  findMatches({ body }, post) {
    const found = suspectedDuplicates(FindMatches.parse(body), practiceBus(post).people)
    return {
      matches: found.map(({ person: { sex: _, words: __, ...person }, reasons }) => ({ ...person, reasons })),
    }
  },
  findByNumber({ body }, post) {
    const { displayNumber } = FindByNumber.parse(body)
    const found = practiceBus(post).people.find(person => person.displayNumber === displayNumber)
    return found && { personId: found.personId, returnEventId: found.personId }
  },
  // nothing is sealed to it: a record of practice is dropped
  readSealingKey: () => ({ keyId: 'practice', algorithm: 'RSA-OAEP-256', publicKey: '', interviewersOnDuty: 2 }),
  findByWords({ body }) {
    FindByWords.parse(body)
    return { people: [] }
  },
}

/** The post whose desk is practised at; undefined where the address names none. */
const postNamed = PostCode.safeParse(homePath.split('/')[2])
export const practicePost: PostCode | undefined = postNamed.success ? postNamed.data : undefined

export function practiceAnswer(row: Route, asking: AnyAsking) {
  const value = practicePost && answers[row.name]?.(asking, practicePost)
  return value === undefined ? unreached : ({ ok: true, value } as const)
}

import { expect, it } from 'vitest'
import { PlanFact, ReturnFact, TaskFact, VisitFact } from '../../../functions/facts/fact.ts'
import { factColumns } from '../../../functions/facts/fact-columns.ts'

it('have a place for every field of every kind of fact: what has none is lost when the lake is compacted', () => {
  const fields = new Set([ReturnFact, PlanFact, VisitFact, TaskFact].flatMap(({ shape }) => Object.keys(shape)))
  expect(Object.keys(factColumns).sort()).toEqual([...fields].sort())
})

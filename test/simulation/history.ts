/** Histories of a few posts, tablets and lots: what may happen to stock, in any order, told by small numbers. */
import * as fc from 'fast-check'
import { faults } from './faults.ts'

export const places = ['CENTRE', 'OTHER-CENTRE', 'NORTH', 'SOUTH'] as const
export const posts = ['NORTH', 'SOUTH'] as const
export const lots = [
  { lot: 'soon', expiresOn: '2026-11-24' },
  { lot: 'late', expiresOn: '2028-06-30' },
  { lot: 'never', expiresOn: undefined },
] as const

const place = fc.constantFrom(...places)
// most of it at one post with one tablet: what follows one another there is what goes wrong
const post = fc.constantFrom('NORTH', 'NORTH', 'NORTH', 'SOUTH')
const holder = fc.constantFrom('desk', 'one', 'one', 'two')
const tablet = fc.constantFrom('one', 'one', 'two')
const lot = fc.constantFrom(...lots.map(each => each.lot))
const some = fc.integer({ min: 1, max: 9 })
const allOrSome = fc.oneof(some, fc.constant('all' as const))
const which = fc.nat(3)
const decision = fc.constantFrom('ACCEPT', 'REJECT')
/** What a tablet gave against a rule leaves its lease all the same. */
const breaksRule = fc.constantFrom(false, false, false, true)

export const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant('receive'), place, lot, quantity: fc.integer({ min: 5, max: 30 }) }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('receive-for-desk'), place: post, lot, quantity: some }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('send'), from: place, to: place, lot, quantity: some }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('take-in'), which, missing: fc.integer({ min: -1, max: 2 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('spoil'),
      place,
      lot,
      quantity: some,
      kind: fc.constantFrom('DAMAGED', 'LOST'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('count'),
      place,
      lot,
      off: fc.integer({ min: -3, max: 3 }),
      stale: fc.boolean(),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('lease'),
      post,
      holder,
      quantity: some,
      hours: fc.constantFrom(1, 20, 100),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('extend'), post, tablet, hours: fc.constantFrom(1, 100) }) },
  { weight: 5, arbitrary: fc.record({ does: fc.constant('draw'), post, holder, quantity: some }) },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('draw-offline'),
      post,
      tablet,
      quantity: fc.integer({ min: 1, max: 3 }),
      breaksRule,
    }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('come-online'), post, tablet }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('give-back'), post, holder, lot, quantity: allOrSome }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('write-off'), post, tablet }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('reverse'), post, which: fc.nat(5) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('decide'),
      post,
      which,
      decision,
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('time'), hours: fc.constantFrom(2, 12, 30) }) },
)

export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** A tablet is lost while it has something to tell, another lease is made out to it, and then it is found. */
const lostAndFound = fc
  .record({ post, tablet, lot, quantity: some })
  .map(({ post: at, tablet: who, lot: of, quantity }): Step[] => [
    { does: 'receive', place: at, lot: of, quantity: 30 },
    { does: 'lease', post: at, holder: who, quantity, hours: 100 },
    { does: 'draw-offline', post: at, tablet: who, quantity: 1, breaksRule: false },
    { does: 'write-off', post: at, tablet: who },
    { does: 'lease', post: at, holder: who, quantity, hours: 100 },
    { does: 'come-online', post: at, tablet: who },
    { does: 'decide', post: at, which: 0, decision: 'ACCEPT' },
  ])

/** A tablet gives to whom the rules would not, and a supervisor looks into it. */
const againstRules = fc
  .record({ post, tablet, lot, quantity: some, decision })
  .map(({ post: at, tablet: who, lot: of, quantity, decision: decided }): Step[] => [
    { does: 'receive', place: at, lot: of, quantity: 30 },
    { does: 'lease', post: at, holder: who, quantity, hours: 100 },
    { does: 'draw-offline', post: at, tablet: who, quantity: 1, breaksRule: true },
    { does: 'come-online', post: at, tablet: who },
    { does: 'decide', post: at, which: 0, decision: decided },
    { does: 'reverse', post: at, which: 0 },
  ])

const phrase = fc.oneof(
  { weight: 14, arbitrary: step.map(one => [one]) },
  { weight: 1, arbitrary: lostAndFound },
  { weight: 1, arbitrary: againstRules },
)

/** `again`: the same command once more, as after a lost answer. `luck`: what befalls the writes, one after the other. */
export const history = fc.record({
  steps: fc
    .array(fc.record({ phrase, again: fc.boolean() }), { minLength: 4, maxLength: 20 })
    .map(all => all.flatMap(({ phrase: said, again }) => said.map(one => ({ step: one, again })))),
  luck: fc.array(fc.option(fc.constantFrom(...faults), { nil: undefined, freq: 7 }), { maxLength: 40 }),
})
export type History = typeof history extends fc.Arbitrary<infer H> ? H : never

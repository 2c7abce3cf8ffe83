import { expect, it } from 'vitest'
import { matchesPattern } from '../../../local/events/pattern.ts'

const event = {
  source: 'kamohelo',
  'detail-type': 'task.raised',
  detail: { place: 'LS-A', urgent: true, days: 3, roles: ['health', 'labour'], note: null, empty: '' },
}

it.each<[boolean, string, object]>([
  [true, 'nothing asked', {}],
  [true, 'one of several values', { source: ['other', 'kamohelo'] }],
  [false, 'another value', { source: ['other'] }],
  [true, 'fields inside fields', { detail: { place: ['LS-A'] } }],
  [false, 'all fields', { source: ['kamohelo'], detail: { place: ['LS-C'] } }],
  [true, 'any value of a list', { detail: { roles: ['labour'] } }],
  [true, 'a boolean', { detail: { urgent: [true] } }],
  [false, 'a boolean written as text', { detail: { urgent: ['true'] } }],
  [true, 'nothing there', { detail: { note: [null] } }],
  [true, 'the empty text', { detail: { empty: [''] } }],
  [true, 'a prefix', { 'detail-type': [{ prefix: 'task.' }] }],
  [false, 'another prefix', { 'detail-type': [{ prefix: 'case.' }] }],
  [true, 'a suffix', { 'detail-type': [{ suffix: '.raised' }] }],
  [true, 'a wildcard', { 'detail-type': [{ wildcard: 't*.r*d' }] }],
  [true, 'whatever the case', { source: [{ 'equals-ignore-case': 'KAMOHELO' }] }],
  [true, 'anything but', { source: [{ 'anything-but': ['other'] }] }],
  [false, 'anything but what it is', { source: [{ 'anything-but': 'kamohelo' }] }],
  [false, 'anything but a prefix', { source: [{ 'anything-but': { prefix: 'kam' } }] }],
  [true, 'a number in a range', { detail: { days: [{ numeric: ['>', 1, '<=', 3] }] } }],
  [false, 'a number outside it', { detail: { days: [{ numeric: ['>', 3] }] } }],
  [true, 'a field that exists', { detail: { place: [{ exists: true }] } }],
  [true, 'a field that does not', { detail: { council: [{ exists: false }] } }],
  [false, 'a field that does not, and is asked for', { detail: { council: ['C1'] } }],
  [true, 'either of two', { $or: [{ source: ['other'] }, { detail: { place: ['LS-A'] } }] }],
])('%s: %s', (expected, _name, pattern) => {
  expect(matchesPattern(pattern, event)).toBe(expected)
})

it('faults on a test it does not know, instead of guessing', () => {
  expect(() => matchesPattern({ source: [{ cidr: '10.0.0.0/8' }] }, event)).toThrow('cidr')
})

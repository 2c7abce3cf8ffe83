import { expect, it } from 'vitest'
import { accountWithoutPayer, lotWithoutPayer, seesPayers } from '../../../functions/supplies/payer-mask.ts'

it.each([
  ['IOM-1@VOT-24/GENERAL-1', 'IOM-1'],
  ['-@VOT-24/GENERAL-1', '-'],
  ['IOM-1@JP-21/NFI', 'IOM-1@JP-21/NFI'],
  ['IOM-1', 'IOM-1'],
])('calls the lot %s so that no sensitive line is told: %s', (lot, told) => {
  expect(lotWithoutPayer(lot)).toBe(told)
})

it.each([
  ['LINE#VOT-24/GENERAL-1', 'LINE#GENERAL'],
  ['LINE#JP-21/NFI', 'LINE#JP-21/NFI'],
  ['STORE#MB', 'STORE#MB'],
])('calls the account %s so: %s', (account, told) => {
  expect(accountWithoutPayer(account)).toBe(told)
})

it.each([
  ['finance', '*', true],
  ['protection', '*', true],
  ['auditor', '*', false],
  ['supplies', 'MB', false],
  ['supervisor', 'MB', false],
] as const)('is for %s@%s: %s', (role, place, all) => {
  expect(seesPayers({ officerId: 'officer-1', grants: [{ role, place }] })).toBe(all)
})

/** Every contract, by the capability whose Lambda serves it. The API stack makes its routes from this list. */
import { arrivalsRoutes } from './arrivals/contract.ts'
import { attachmentsRoutes } from './attachments/contract.ts'
import { auditRoutes } from './audit/contract.ts'
import { budgetsRoutes } from './budgets/contract.ts'
import { commandsRoutes } from './commands/contract.ts'
import { parcelRoutes } from './commands/parcel-contract.ts'
import { devicesRoutes } from './devices/contract.ts'
import { followUpRoutes } from './follow-up/contract.ts'
import { intakeRoutes } from './intake/contract.ts'
import type { Route } from './platform/route.ts'
import { protectionRoutes } from './protection/contract.ts'
import { referenceRoutes } from './reference/contract.ts'
import { registrationRoutes } from './registration/contract.ts'
import { reintegrationRoutes } from './reintegration/contract.ts'
import { reportsRoutes } from './reports/contract.ts'
import { screeningRoutes } from './screening/contract.ts'
import { suppliesRoutes } from './supplies/contract.ts'
import { dayRoutes } from './supplies/day-contract.ts'
import { deskStockRoutes } from './supplies/desk-contract.ts'
import { supportRoutes } from './support/contract.ts'
import { givingRoutes } from './support/giving-contract.ts'
import { receiptRoutes } from './support/receipt-contract.ts'
import { tripsRoutes } from './trips/contract.ts'

export const contracts = {
  arrivals: arrivalsRoutes,
  intake: intakeRoutes,
  registration: registrationRoutes,
  attachments: attachmentsRoutes,
  trips: tripsRoutes,
  screening: screeningRoutes,
  supplies: { ...suppliesRoutes, ...deskStockRoutes, ...dayRoutes },
  budgets: budgetsRoutes,
  support: { ...supportRoutes, ...givingRoutes, ...receiptRoutes },
  'follow-up': followUpRoutes,
  reintegration: reintegrationRoutes,
  protection: protectionRoutes,
  reports: reportsRoutes,
  devices: devicesRoutes,
  commands: { ...commandsRoutes, ...parcelRoutes },
  audit: auditRoutes,
  reference: referenceRoutes,
} as const

export type CapabilityName = keyof typeof contracts

export const capabilityNames = Object.keys(contracts) as readonly CapabilityName[]

/**
 * Those that take what a tablet kept while it had no network. Budgets, reports, audit, reference and commands take none; nor does
 * devices: whoever hands a record on names its author, and a pass is the proof that the author was there themselves.
 */
export const commandOwners = [
  'arrivals',
  'intake',
  'registration',
  'attachments',
  'trips',
  'screening',
  'supplies',
  'support',
  'follow-up',
  'reintegration',
  'protection',
] as const satisfies readonly CapabilityName[]

export const routesOf = (capability: CapabilityName): readonly Route[] => Object.values(contracts[capability])

export const allRoutes: readonly Route[] = capabilityNames.flatMap(routesOf)

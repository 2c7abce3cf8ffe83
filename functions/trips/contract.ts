/** The routes of onward transport: trips, who rides on them, and who still waits (domain.md 1.3). */
import * as z from 'zod/mini'
import { Id, ids, noQuery, Receipt } from '../platform/fields.ts'
import { PostCode } from '../platform/places.ts'
import { type Route, route } from '../platform/route.ts'
import {
  ArriveTrip,
  CancelTrip,
  ChangeTrip,
  DepartTrip,
  FreeSeats,
  KeepApart,
  OnwardView,
  PlanTrip,
  TakeSeats,
  TripSummary,
  TripView,
} from './trip.ts'

const tripId = '0193a3a0-0000-7000-8000-000000000031'
const commandId = '0193a3a0-0000-7000-8000-000000000032'
const versions = { contract: 1, rules: '2026-11-01' }
const deviceTime = '2026-11-22T08:00:00.000Z'
const receipt = { id: commandId, receivedAt: deviceTime, restoreEpoch: 0 }
const plan = {
  plate: 'A 1234',
  driver: { name: 'Tau Mokone', sex: 1 },
  seats: 14,
  stops: ['LS-D', 'LS-C'],
  departsAt: '2026-11-22T12:00:00.000Z',
  arrivesAt: '2026-11-22T15:00:00.000Z',
} as const
const summary = {
  tripId,
  plate: plan.plate,
  stops: [...plan.stops],
  seats: plan.seats,
  taken: 1,
  departsAt: plan.departsAt,
  arrivesAt: plan.arrivesAt,
  state: 'PLANNED',
} as const
const displayNumber = 'XV-7F-00001-Z'
const otherNumber = 'XV-7F-00002-X'

/** What every command about a trip has in common. */
const command = {
  method: 'PUT',
  recording: 'committed',
  query: noQuery,
  maxBodyBytes: 16_384,
  permission: 'trip.plan',
  response: Receipt,
} as const satisfies Partial<Route>

const refusedInAll = ['trip-unknown', 'identifier-reused', 'version-retired'] as const
const refusedOncePlanned = [...refusedInAll, 'trip-departed', 'trip-arrived', 'trip-cancelled'] as const
const refusedByRules = ['seats-full', 'not-on-route', 'kept-apart', 'adult-needed', 'not-alone-at-night'] as const

export const tripsRoutes = {
  planTrip: route({
    ...command,
    name: 'planTrip',
    path: '/v1/trips/{tripId}',
    summary: 'Plan a trip from a post',
    params: ids('tripId'),
    body: PlanTrip,
    refusals: ['identifier-reused', 'departure-past', 'version-retired'],
    examples: {
      params: { tripId },
      body: { versions, post: 'MB', ...plan, deviceTime },
      response: { ...receipt, id: tripId },
    },
  }),
  changeTrip: route({
    ...command,
    name: 'changeTrip',
    path: '/v1/trips/{tripId}/changes/{changeId}',
    summary: 'Change the vehicle, the driver, the way or the time of a planned trip',
    params: ids('tripId', 'changeId'),
    body: ChangeTrip,
    refusals: [...refusedOncePlanned, ...refusedByRules, 'revision-stale', 'departure-past'],
    examples: {
      params: { tripId, changeId: commandId },
      body: { versions, ...plan, escort: { name: 'Palesa Nthako' }, revision: 3, deviceTime },
      response: receipt,
    },
  }),
  takeSeats: route({
    ...command,
    name: 'takeSeats',
    path: '/v1/trips/{tripId}/seatings/{seatingId}',
    summary: 'Give people seats on a planned trip, all of them or none',
    params: ids('tripId', 'seatingId'),
    body: TakeSeats,
    refusals: [...refusedOncePlanned, ...refusedByRules, 'passenger-unknown', 'already-seated'],
    examples: {
      params: { tripId, seatingId: commandId },
      body: {
        versions,
        passengers: [{ displayNumber }, { displayNumber: otherNumber, adult: displayNumber }],
        deviceTime,
      },
      response: receipt,
    },
  }),
  freeSeats: route({
    ...command,
    name: 'freeSeats',
    path: '/v1/trips/{tripId}/removals/{removalId}',
    summary: 'Give seats on a planned trip up again',
    params: ids('tripId', 'removalId'),
    body: FreeSeats,
    refusals: [...refusedOncePlanned, 'not-seated'],
    examples: {
      params: { tripId, removalId: commandId },
      body: { versions, passengers: [displayNumber], deviceTime },
      response: receipt,
    },
  }),
  departTrip: route({
    ...command,
    name: 'departTrip',
    path: '/v1/trips/{tripId}/departures/{departureId}',
    summary: 'Let a trip leave, judged once more as a whole',
    params: ids('tripId', 'departureId'),
    body: DepartTrip,
    refusals: [...refusedOncePlanned, ...refusedByRules, 'trip-empty'],
    examples: {
      params: { tripId, departureId: commandId },
      body: { versions, deviceTime },
      response: receipt,
    },
  }),
  arriveTrip: route({
    ...command,
    name: 'arriveTrip',
    path: '/v1/trips/{tripId}/arrivals/{arrivalId}',
    summary: 'Close a trip with those who were set down at their stop',
    permission: 'trip.close',
    params: ids('tripId', 'arrivalId'),
    body: ArriveTrip,
    refusals: [...refusedInAll, 'trip-not-departed', 'trip-arrived', 'trip-cancelled', 'not-seated'],
    examples: {
      params: { tripId, arrivalId: commandId },
      body: { versions, setDown: [displayNumber], deviceTime },
      response: receipt,
    },
  }),
  cancelTrip: route({
    ...command,
    name: 'cancelTrip',
    path: '/v1/trips/{tripId}/cancellations/{cancellationId}',
    summary: 'Cancel a planned trip',
    params: ids('tripId', 'cancellationId'),
    body: CancelTrip,
    refusals: [...refusedOncePlanned],
    examples: {
      params: { tripId, cancellationId: commandId },
      body: { versions, deviceTime },
      response: receipt,
    },
  }),
  keepApart: route({
    ...command,
    name: 'keepApart',
    path: '/v1/posts/{post}/pairs/{pairId}',
    summary: 'Say of two people that they do not ride together, or may again',
    permission: 'trip.apart',
    params: z.strictObject({ post: PostCode, pairId: Id }),
    body: KeepApart,
    refusals: ['passenger-unknown', 'identifier-reused', 'version-retired'],
    examples: {
      params: { post: 'MB', pairId: commandId },
      body: { versions, pair: [displayNumber, otherNumber], apart: true, deviceTime },
      response: receipt,
    },
  }),
  listTrips: route({
    name: 'listTrips',
    method: 'GET',
    path: '/v1/trips',
    summary: 'Trips of a post that are not over, with their free seats',
    permission: 'trip.read',
    recording: 'none',
    params: z.strictObject({}),
    query: z.strictObject({ post: PostCode }),
    maxBodyBytes: 0,
    response: z.strictObject({ trips: z.array(TripSummary) }),
    refusals: [],
    examples: { response: { trips: [summary] } },
  }),
  readTrip: route({
    name: 'readTrip',
    method: 'GET',
    path: '/v1/trips/{tripId}',
    summary: 'A trip with who rides on it',
    permission: 'trip.plan',
    recording: 'read',
    params: ids('tripId'),
    query: noQuery,
    maxBodyBytes: 0,
    response: TripView,
    refusals: [],
    examples: {
      params: { tripId },
      response: {
        ...summary,
        driver: plan.driver,
        revision: 2,
        isOver: false,
        passengers: [{ displayNumber, firstName: 'Khotso', district: 'LS-C', isChild: false }],
        problems: [],
      },
    },
  }),
  readOnward: route({
    name: 'readOnward',
    method: 'GET',
    path: '/v1/posts/{post}/onward',
    summary: 'Who of a post’s arrivals wants to go on and has not left, and who needs a bed before dark',
    permission: 'trip.plan',
    recording: 'read',
    params: z.strictObject({ post: PostCode }),
    query: noQuery,
    maxBodyBytes: 0,
    response: OnwardView,
    refusals: [],
    examples: {
      params: { post: 'MB' },
      response: {
        people: [
          {
            displayNumber,
            firstName: 'Khotso',
            district: 'LS-C',
            village: 'Ha Mopeli',
            isChild: false,
            needsBed: true,
          },
        ],
        darkFrom: '2026-11-22T16:00:00.000Z',
        approval: 'PROPOSAL',
      },
    },
  }),
} as const

/** Where the desk's pages are. Addresses hold the place's code and ids, and nothing else. */
import { useRoute } from 'preact-iso'
import * as z from 'zod/mini'
import { DistrictCode, districts, PostCode, posts } from '../../../functions/platform/places.ts'

/** A district, or a post for what its supervisor follows up. */
export const Place = z.union([DistrictCode, PostCode])
export type Place = z.infer<typeof Place>

export const placeName = (place: Place): string =>
  [...districts, ...posts].find(({ code }) => code === place)?.name ?? place

export const tasksPath = (place: Place): string => `/tasks/${place}`
export const heldTasksPath = (place: Place): string => `${tasksPath(place)}?mine`
export const taskPath = (place: Place, taskId: string): string => `${tasksPath(place)}/${taskId}`
export const planFormPath = (place: Place, taskId: string): string => `${taskPath(place, taskId)}/plan`
export const visitPath = (place: Place, taskId: string): string => `${taskPath(place, taskId)}/visit`
export const plansPath = (place: Place): string => `${tasksPath(place)}/plans`
export const planPath = (place: Place, planId: string): string => `${plansPath(place)}/${planId}`

/** The place of the desk on screen; `DistrictDesk` shows no page of a place that is none. */
export const usePlace = (): Place => Place.parse(useRoute().params['place'])
export const useTaskId = (): string => z.string().parse(useRoute().params['taskId'])
export const usePlanId = (): string => z.string().parse(useRoute().params['planId'])
/** Whether the list shows the tasks the officer holds, not those that are open. */
export const useShowsHeld = (): boolean => useRoute().query['mine'] !== undefined

/** Where the desk's pages are. Addresses hold the post's code and a trip's id, and nothing else. */
import { useRoute } from 'preact-iso'
import * as z from 'zod/mini'
import { PostCode } from '../../../functions/platform/places.ts'

export const tripsPath = (post: PostCode): string => `/trips/${post}`
export const tripPath = (post: PostCode, tripId: string): string => `${tripsPath(post)}/${tripId}`
export const listPath = (post: PostCode, tripId: string): string => `${tripPath(post, tripId)}/list`

/** The post of the desk on screen; `TripsDesk` shows no page of a post that is none. */
export const usePost = (): PostCode => PostCode.parse(useRoute().params['post'])
export const useTripId = (): string => z.string().parse(useRoute().params['tripId'])

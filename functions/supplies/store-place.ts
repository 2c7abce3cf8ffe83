/** Where stock lies: the centre's store, and one at each post that receives returnees. */
import * as z from 'zod/mini'
import { postCodes } from '../platform/places.ts'

export const storePlaces = ['CENTRE', ...postCodes] as const
export const StorePlace = z.enum(storePlaces)
export type StorePlace = z.infer<typeof StorePlace>

export const isStorePlace = (text: string): text is StorePlace => storePlaces.some(place => place === text)
/** The centre gives nothing to anybody: it has a store and no desk. */
export const hasDesk = (place: string): boolean => place !== 'CENTRE'

/** Where the desk's pages are, and what their addresses say. */
import { useRoute } from 'preact-iso'
import * as z from 'zod/mini'
import { PostCode } from '../../../functions/platform/places.ts'
import { isPractice, practicePath } from '../practice/is-practice.ts'

export const deskPath = (post: PostCode): string => `${isPractice ? practicePath : '/reception'}/${post}`
export const batchPath = (post: PostCode, batchId: string): string => `${deskPath(post)}/arrivals/${batchId}`
export const intakePath = (post: PostCode, batchId: string, row?: number): string =>
  `${batchPath(post, batchId)}/intake${row === undefined ? '' : `?row=${row}`}`
export const personPath = (post: PostCode, personId: string): string => `${deskPath(post)}/people/${personId}`

/** The post of the desk on screen; `ReceptionDesk` shows no page of a post that is not one. */
export const usePost = (): PostCode => PostCode.parse(useRoute().params['post'])

export const useBatchId = (): string => z.string().parse(useRoute().params['batchId'])
export const usePersonId = (): string => z.string().parse(useRoute().params['personId'])

const Row = z.coerce.number().check(z.int(), z.positive())

/** The row of the list that the form is for; undefined for a person who is not on it. */
export function useRow(): number | undefined {
  const row = Row.safeParse(useRoute().query['row'])
  return row.success ? row.data : undefined
}

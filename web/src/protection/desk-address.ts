/** The address says no more than "a talk": it stays in the browser's history. */
import { useRoute } from 'preact-iso'
import * as z from 'zod/mini'

export const talksPath = '/talks'
export const talkPath = (screenId: string): string => `${talksPath}/${screenId}`
export const useScreenId = (): string => z.string().parse(useRoute().params['screenId'])

/** Where the desk's pages are. Addresses hold the post's code and ids, and nothing else. */
import { useRoute } from 'preact-iso'
import * as z from 'zod/mini'
import { PostCode } from '../../../functions/platform/places.ts'

export const devicesPath = (post: PostCode): string => `/devices/${post}`
export const devicePath = (post: PostCode, deviceId: string): string => `${devicesPath(post)}/${deviceId}`

/** The post of the desk on screen; `DevicesDesk` shows no page of a post that is not one. */
export const usePost = (): PostCode => PostCode.parse(useRoute().params['post'])
export const useDeviceId = (): string => z.string().parse(useRoute().params['deviceId'])

/**
 * Which tablet made the record that a request carries. The commands function checked its signature and says so among the
 * claims; no token of the user pool has such a claim, so a request that came by itself was made by no tablet.
 */
import * as z from 'zod/mini'
import type { Claims } from './endpoint.ts'
import { Id } from './fields.ts'

const claim = 'kamohelo:device'

export const carriedBy = (deviceId: string): Claims => ({ [claim]: deviceId })

const Carried = z.object({ [claim]: Id })

export const tabletOf = (claims: Claims): string | undefined => Carried.safeParse(claims).data?.[claim]

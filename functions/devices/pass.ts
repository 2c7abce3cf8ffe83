/** How long a pass lasts and what its share is made from (ADR 11). Pure: no clock, no network, no AWS. */

/** design.md 5. The device deletes the share then, or before: at hand-over, lock-out and revocation. */
export const passMilliseconds = 72 * 60 * 60 * 1000

/** Until when a pass opened at this instant lasts, by the server's clock. */
export const passUntil = (openedAt: string): string => new Date(Date.parse(openedAt) + passMilliseconds).toISOString()

export interface ShareOf {
  readonly deviceId: string
  readonly officerId: string
  /** Raised by a revocation: every share made before is another one. */
  readonly epoch: number
}

/** The text whose keyed hash is the share: the same officer gets the same one on the same device. */
export const shareText = ({ deviceId, officerId, epoch }: ShareOf): string =>
  JSON.stringify(['kamohelo share 1', deviceId, officerId, epoch])

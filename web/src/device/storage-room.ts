/** How full the browser's room for us is, and whether it may be cleared. */

export interface StorageRoom {
  /** The browser promised not to clear it by itself. */
  readonly isKept: boolean
  readonly isNearlyFull: boolean
}

const nearlyFull = 0.8

/** Pure: from what the browser says of usage and quota, in bytes. Newer Chromiums name no true quota: see README. */
export const isNearlyFull = ({ usage = 0, quota = 0 }: StorageEstimate): boolean =>
  quota > 0 && usage / quota >= nearlyFull

export async function readStorageRoom(): Promise<StorageRoom> {
  const [isKept, estimate] = await Promise.all([navigator.storage.persisted(), navigator.storage.estimate()])
  return { isKept, isNearlyFull: isNearlyFull(estimate) }
}

/** Whether the browser agreed. Some ask the officer, some decide by themselves. */
export const askToKeep = (): Promise<boolean> => navigator.storage.persist()

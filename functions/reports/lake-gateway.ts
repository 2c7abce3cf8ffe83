/** Gives a report the facts that its reader may count. */
import { lakeCopy } from '../facts/lake-copy.ts'
import type { Bucket } from '../platform/bucket.ts'
import type { Scope } from '../platform/permissions.ts'

export const lakeGateway = (bucket: Bucket, folder: string) => {
  const copy = lakeCopy(bucket, folder)
  return {
    /** Hands over files with every fact there is, for `queryFacts`; none where the scope sees none. */
    async withFacts<T>(scope: Scope, use: (files: readonly string[]) => Promise<T>): Promise<T> {
      return scope.reach === 'everywhere' ? copy.withFiles(({ files }) => use(files)) : use([])
    },
  }
}
export type LakeGateway = ReturnType<typeof lakeGateway>

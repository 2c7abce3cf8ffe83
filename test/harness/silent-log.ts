/** A log that keeps what it was told: a test can ask that no fault came up, or that one did. */
import type { Log } from '../../functions/platform/log.ts'

export interface KeptLog extends Log {
  readonly faults: { readonly code: string; readonly error: unknown }[]
  /** Everything said, as one text: nobody's name may be in it. */
  readonly said: string[]
}

export function silentLog(): KeptLog {
  const faults: { code: string; error: unknown }[] = []
  const said: string[] = []
  const say = (code: string, fields: unknown = {}) => void said.push(JSON.stringify({ code, fields }))
  return {
    faults,
    said,
    info: say,
    warn: say,
    fault(code, error, fields) {
      faults.push({ code, error })
      say(code, fields)
    },
  }
}

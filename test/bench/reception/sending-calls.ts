/** What the benchmark asks of the tablet whose sending it measures (`test/web/outbox/send-kit.ts`). */
import type { PutIntake } from '../../../functions/intake/contract.ts'

export interface SendingCalls {
  /** Enrols this browser for a post, under the token in the tab: a supervisor's. The code of its slips. */
  enrol(): Promise<string>
  /** A pass, a PIN and work, under the token in the tab: a reception officer's. */
  begin(): Promise<void>
  /** Each sealed and durable, as the desk keeps it. */
  keep(intakes: readonly { readonly intakeId: string; readonly body: PutIntake }[]): Promise<void>
  /** Sends until nothing is left to send; how long it took, in milliseconds, and how many are not received. */
  send(): Promise<{ readonly took: number; readonly unsent: number }>
}

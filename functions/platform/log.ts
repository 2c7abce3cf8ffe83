/**
 * Logs carry codes and ids, never people: the type of a field lets nothing else through.
 * The Lambda runtime makes a JSON line of each, with time, level and request id (ADR 10).
 */

/** What may be logged beside the code: ids, counts, words of closed lists. */
export type LogFields = Readonly<Record<string, string | number | boolean>>

export interface Log {
  info(code: string, fields?: LogFields): void
  warn(code: string, fields?: LogFields): void
  /** A fault: its name and stack, not its message, which may quote what somebody typed. */
  fault(code: string, error: unknown, fields?: LogFields): void
}

/** Where it happened: the frames after the message, which stands first in a stack and may hold anything. */
function framesOf({ stack = '', message }: Error): string {
  const frames = stack.slice(stack.indexOf(message) + message.length).split('\n')
  return frames
    .filter(line => /^ +at /.test(line))
    .slice(0, 6)
    .map(line => line.trim())
    .join('|')
}

const describeFault = (error: unknown): LogFields =>
  error instanceof Error ? { fault: error.name, at: framesOf(error) } : { fault: typeof error }

export const lambdaLog: Log = {
  info: (code, fields) => console.info({ code, ...fields }),
  warn: (code, fields) => console.warn({ code, ...fields }),
  fault: (code, error, fields) => console.error({ code, ...fields, ...describeFault(error) }),
}

/** Parses a function's environment once, at start: a missing setting stops the function before it serves anybody. */
import type * as z from 'zod/mini'

export function readEnvironment<T>(
  schema: z.ZodMiniType<T>,
  environment: Record<string, string | undefined> = process.env,
): T {
  const parsed = schema.safeParse(environment)
  if (parsed.success) return parsed.data
  const names = parsed.error.issues.map(issue => issue.path.join('.'))
  throw new Error(`environment lacks or misspells: ${names.join(', ')}`)
}

/** Faults that pass by themselves: a contended or throttled service is the tablet's to try again, not a fault of what it sent. */
const passing: ReadonlySet<string> = new Set([
  'Contended',
  'TransactionConflictException',
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'TooManyRequestsException',
])

export const isPassing = (error: unknown): boolean => error instanceof Error && passing.has(error.name)

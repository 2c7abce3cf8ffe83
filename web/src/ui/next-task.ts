/** Ends the task that runs: a slow processor answers a touch before it goes on. */
export const nextTask = (): Promise<void> => new Promise(resolve => setTimeout(resolve))

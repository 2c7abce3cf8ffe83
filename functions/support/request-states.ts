export const requestStates = ['OPEN', 'GRANTED', 'REFUSED'] as const

/** NOT_REACHED: asked for three times, or not to be found any more. */
export const verificationFindings = ['AS_WRITTEN', 'DIFFERS', 'NOT_REACHED'] as const

/** SHA-256 of a text that was read out, in hexadecimal: kept with each answer, so that it is known what was asked (domain.md 2.7). */
export async function textVersionOf(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(hash)].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

/** A key of WebCrypto, by one name in the browser and in Node. */
export type WebKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>

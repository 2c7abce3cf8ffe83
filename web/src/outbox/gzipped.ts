/** As every body of the outbox leaves: packing takes back what base64 adds. */
export const gzipped = (text: string): Promise<ArrayBuffer> =>
  new Response(new Response(text).body?.pipeThrough(new CompressionStream('gzip'))).arrayBuffer()

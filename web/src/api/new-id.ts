/**
 * A UUID version 7 (RFC 9562), made on the device: every command and every person has its id before any network
 * is asked. Time first, so that ids made on one device sort in the order they were made, to the millisecond.
 */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const view = new DataView(bytes.buffer)
  const milliseconds = Date.now()
  view.setUint32(0, Math.floor(milliseconds / 0x1_0000))
  view.setUint16(4, milliseconds % 0x1_0000)
  view.setUint8(6, 0x70 | (view.getUint8(6) & 0x0f))
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f))
  const digits = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join(
    '-',
  )
}

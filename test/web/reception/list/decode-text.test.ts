import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../../web/src/reception/list/decode-text.ts'

describe('a list file', () => {
  it('is read as UTF-8, without its byte order mark', () => {
    expect(decodeText(new TextEncoder().encode('\uFEFFTšepo'))).toBe('Tšepo')
  })

  it('is read as an older spreadsheet wrote it where it is no UTF-8', () => {
    expect(decodeText(Uint8Array.of(0x54, 0x9a, 0x65, 0x70, 0x6f))).toBe('Tšepo')
  })
})

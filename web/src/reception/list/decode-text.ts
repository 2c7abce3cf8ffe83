/**
 * The text of a file as an office's spreadsheet wrote it: UTF-8 where it is that, otherwise Windows-1252, which older
 * spreadsheets write and in which any bytes can be read.
 */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

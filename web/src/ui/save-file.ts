import type { ReceivedFile } from '../api/client.ts'

const keptMilliseconds = 60_000

/** Hands a file to the browser to keep. It was asked for with the officer's token, so it has no address of its own. */
export function saveFile({ name, content }: ReceivedFile): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), keptMilliseconds)
}

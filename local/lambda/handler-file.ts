import { access } from 'node:fs/promises'
import { join } from 'node:path'

/** The file `index.handler` means inside a function's folder, and the export. Faults where there is none. */
export async function findHandlerFile(folder: string, handler: string): Promise<{ file: string; exportName: string }> {
  const dot = handler.lastIndexOf('.')
  const exportName = handler.slice(dot + 1)
  for (const ending of ['.mjs', '.js', '.cjs']) {
    const file = join(folder, handler.slice(0, dot) + ending)
    const found = await access(file).then(
      () => true,
      () => false,
    )
    if (found) return { file, exportName }
  }
  throw new Error(`${folder} holds no file for ${handler}`)
}

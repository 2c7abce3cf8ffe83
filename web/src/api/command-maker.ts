import { newId } from './new-id.ts'
import { deviceTime, versions } from './versions.ts'

export interface Command<Content> {
  readonly id: string
  readonly body: Content & { readonly versions: typeof versions; readonly deviceTime: string }
}
export type MakeCommand = <Content extends object>(content: Content) => Command<Content>

/**
 * Gives one content its id and its time once, so that a retry sends the very same record: the server tells a retry
 * from another record by all of it, the time included. Other content is another command. `firstId`: of the first one, where
 * the form has it already.
 */
export function commandMaker(firstId: () => string = newId): MakeCommand {
  let kept = { of: '', id: '', at: '' }
  return content => {
    const of = JSON.stringify(content)
    if (kept.of !== of) kept = { of, id: kept.of === '' ? firstId() : newId(), at: deviceTime() }
    return { id: kept.id, body: { ...content, versions, deviceTime: kept.at } }
  }
}

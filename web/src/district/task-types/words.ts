import { taskTypeNames, taskTypes } from '../../../../functions/follow-up/task-types.ts'
import { defineWords } from '../../i18n/words.ts'
import { en } from './en.ts'

const t = defineWords(en, () => import('./st.ts'))

type Key = keyof typeof en
const isKey = (key: string): key is Key => Object.hasOwn(en, key)
const known = new Set<string>(taskTypeNames.filter(name => taskTypes[name].zone === 'district'))

/** The kinds that need words here: all but those of the sealed zone. */
export const districtTypes: readonly string[] = [...known]

/** What a kind of task is called, and what it asks for. */
export function typeWords(type: string): { readonly name: string; readonly todo: string } {
  const [name, todo] = [`type.${type}`, `type.${type}.do`]
  return isKey(name) && isKey(todo)
    ? { name: t(name), todo: t(todo) }
    : { name: t('type.OTHER'), todo: t('type.OTHER.do') }
}

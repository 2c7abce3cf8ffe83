import { expect, it } from 'vitest'
import { taskTypeNames, taskTypes } from '../../../functions/follow-up/task-types.ts'
import { en } from '../../../web/src/district/task-types/en.ts'

const named = (zone: 'district' | 'protection') => taskTypeNames.filter(name => taskTypes[name].zone === zone)

it('says what each kind of a district’s tasks is, and what it asks for', () => {
  const missing = named('district').filter(name => !(`type.${name}` in en) || !(`type.${name}.do` in en))
  expect(missing).toEqual([])
})

it('knows no kind of the sealed zone', () => {
  expect(Object.keys(en).filter(key => named('protection').some(name => key.includes(name)))).toEqual([])
})

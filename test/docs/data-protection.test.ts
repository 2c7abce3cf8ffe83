/** What the page on data protection says is what the contracts hold. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fieldPaths } from '../../docs/register/field-paths.ts'
import { commands, fieldGroups } from '../../docs/register/field-register.ts'
import { unclaimedFields, withTables } from '../../docs/register/tables.ts'

describe('the register of fields', () => {
  it('knows the fields of a command', () => {
    expect(fieldPaths(commands.intake)).toEqual(
      expect.arrayContaining(['fast.names.surname', 'full.wages.owed', 'support.item']),
    )
  })

  it('says for every field of every command what it is for', () => {
    expect(unclaimedFields()).toEqual([])
  })

  it('claims no field that no command has', () => {
    const idle = fieldGroups.flatMap(({ of, fields }) =>
      fields.filter(
        field => !fieldPaths(commands[of]).some(path => field === '' || path === field || path.startsWith(`${field}.`)),
      ),
    )
    expect(idle).toEqual([])
  })

  it('claims each field once', () => {
    const claims = fieldGroups.flatMap(({ of, fields }) => fields.map(field => `${of} ${field}`))
    expect(new Set(claims).size).toBe(claims.length)
  })

  it('is what the page shows: run npm run docs after a change', () => {
    const page = readFileSync(new URL('../../docs/data-protection.md', import.meta.url), 'utf8')
    expect(page).toBe(withTables(page))
  })
})

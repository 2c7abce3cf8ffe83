/** The tables of `docs/data-protection.md`, in Markdown, from the register and the contracts. */

import { permissions } from '../../functions/platform/permissions.ts'
import { purposes } from '../../functions/registration/consent-purposes.ts'
import { fieldPaths } from './field-paths.ts'
import { type CommandName, commands, type FieldGroup, fieldGroups } from './field-register.ts'

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')

const belongs =
  ({ fields }: FieldGroup) =>
  (path: string): boolean =>
    fields.some(field => field === '' || path === field || path.startsWith(`${field}.`))

const fieldsOf = (group: FieldGroup): string[] => fieldPaths(commands[group.of]).filter(belongs(group))

/** Every table by the name of its marker in the page. */
export const registerTables: Readonly<Record<string, () => string>> = {
  controllers: () =>
    table(
      ['Group', 'Purpose', 'Controller', 'Ground'],
      fieldGroups.map(({ name, purpose, controller, basis }) => [name, purpose, controller, basis]),
    ),
  fields: () =>
    table(
      ['Group', 'Zone', 'Sensitive', 'Fields'],
      fieldGroups.map(group => [
        group.name,
        group.zone,
        group.sensitive,
        fieldsOf(group)
          .map(path => `\`${path}\``)
          .join(', '),
      ]),
    ),
  recipients: () =>
    table(
      ['Group', 'Who receives it', 'Kept'],
      fieldGroups.map(({ name, recipients, kept }) => [name, recipients, kept]),
    ),
  consents: () =>
    table(
      ['Purpose', 'Ground', 'For a child', 'May be overridden for life or a child'],
      purposes.map(({ code, basis, forChild, overridable }) => [
        `\`${code}\``,
        basis,
        forChild,
        overridable ? 'yes, with a reason' : 'no',
      ]),
    ),
  access: () =>
    table(
      ['Action', 'Roles'],
      Object.entries(permissions).map(([action, roles]) => [`\`${action}\``, Object.keys(roles).join(', ')]),
    ),
}

/** The page with each marked table written anew. A marker without a table is a fault. */
export const withTables = (page: string): string =>
  page.replace(/<!-- table: (\S+) -->[\s\S]*?<!-- end -->/g, (_, name: string) => {
    const write = registerTables[name]
    if (!write) throw new Error(`the page asks for a table that nobody writes: ${name}`)
    return `<!-- table: ${name} -->\n\n${write()}\n\n<!-- end -->`
  })

/** Fields of commands that no group claims. */
export const unclaimedFields = (): string[] =>
  (Object.keys(commands) as CommandName[]).flatMap(command =>
    fieldPaths(commands[command])
      .filter(path => !fieldGroups.some(group => group.of === command && belongs(group)(path)))
      .map(path => `${command}: ${path}`),
  )

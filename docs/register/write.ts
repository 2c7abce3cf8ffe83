/** `npm run docs`: writes the tables of `docs/data-protection.md` anew. */
import { readFileSync, writeFileSync } from 'node:fs'
import { withTables } from './tables.ts'

const page = new URL('../data-protection.md', import.meta.url)
writeFileSync(page, withTables(readFileSync(page, 'utf8')))

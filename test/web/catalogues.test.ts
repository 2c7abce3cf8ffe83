/** Both languages say everything, with the same values in it, and say nothing that could harm who is overheard. */
import { glob } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { refusals } from '../../functions/platform/refusals.ts'
import { harmfulIn } from './harmful-words.ts'

const root = join(import.meta.dirname, '../../web/src')
const Catalogue = z.record(z.string(), z.string())
const CatalogueFile = z.object({ en: z.optional(Catalogue), st: z.optional(Catalogue) })

interface Desk {
  readonly folder: string
  readonly en: Readonly<Record<string, string>>
  readonly st: Readonly<Record<string, string>>
}

const desks: Desk[] = []

const languageIn = async (folder: string, language: 'en' | 'st'): Promise<Readonly<Record<string, string>>> =>
  CatalogueFile.parse({ ...(await import(join(root, folder, `${language}.ts`))) })[language] ?? {}

beforeAll(async () => {
  for await (const file of glob('**/en.ts', { cwd: root })) {
    const folder = dirname(file)
    desks.push({ folder, en: await languageIn(folder, 'en'), st: await languageIn(folder, 'st') })
  }
})

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort()

/** What is said behind the protection desk's door is said in its own words. */
const spoken = (): Desk[] => desks.filter(({ folder }) => folder !== 'protection')

describe('the catalogues', () => {
  it('are found', () => {
    expect(desks.map(({ folder }) => folder)).toContain('i18n')
  })

  it('have the same keys in both languages', () => {
    for (const { folder, en, st } of desks)
      expect([folder, Object.keys(st).sort()]).toEqual([folder, Object.keys(en).sort()])
  })

  it('say every sentence with the same values in it', () => {
    const differing = desks.flatMap(({ folder, en, st }) =>
      Object.keys(en)
        .filter(key => placeholders(en[key] ?? '').join() !== placeholders(st[key] ?? '').join())
        .map(key => `${folder}: ${key}`),
    )
    expect(differing).toEqual([])
  })

  it('leave nothing empty', () => {
    const empty = desks.flatMap(({ folder, en, st }) =>
      Object.entries({ ...en, ...st })
        .filter(([, text]) => text.trim() === '')
        .map(([key]) => `${folder}: ${key}`),
    )
    expect(empty).toEqual([])
  })

  it('say no harmful word outside the protection desk', () => {
    const harmful = spoken().flatMap(({ folder, en, st }) =>
      [...Object.entries(en), ...Object.entries(st)]
        .filter(([, text]) => harmfulIn(text).length > 0)
        .map(([key, text]) => `${folder}: ${key}: ${harmfulIn(text).join()}`),
    )
    expect(harmful).toEqual([])
  })

  it('find a harmful word where there is one', () => {
    expect(harmfulIn('Deported; a TB ward; the suspected victims')).toEqual(['Deport', 'victim', 'TB', 'suspect'])
    expect(harmfulIn('Drape the tablet, grape, postbox')).toEqual([])
  })
})

describe('the refusals', () => {
  it('say no harmful word', () => {
    const harmful = Object.entries(refusals).filter(([, { en, st }]) => harmfulIn(`${en} ${st}`).length > 0)
    expect(harmful).toEqual([])
  })
})

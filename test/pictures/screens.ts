/** `npm run pictures -- screens`: every screen of the walk as a picture, and the page that lists them by desk. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Language, type Screen, walkEverywhere } from '../walk/walk.ts'

const folder = join(import.meta.dirname, '..', '..', 'docs', 'screens')
/** A page is shown whole down to here. */
const tallest = 1_600
/** All of them together are a few megabytes, and their words can be read. */
const quality = 30
const scales = { phone: 0.75, tablet: 0.6, desktop: 0.5 } as const

/** Of a page all of it; where a dialog lies over it, what is in sight. */
async function pictureOf({ page, size }: Screen): Promise<Buffer> {
  const { hasDialog, ...clip } = await page.evaluate(tallest => {
    const { clientWidth: width, clientHeight, scrollHeight } = document.documentElement
    const hasDialog = document.querySelector('dialog[open]') !== null
    return hasDialog
      ? { hasDialog, x: 0, y: scrollY, width, height: clientHeight }
      : { hasDialog, x: 0, y: 0, width, height: Math.min(scrollHeight, tallest) }
  }, tallest)
  const devtools = await page.context().newCDPSession(page)
  const { data } = await devtools.send('Page.captureScreenshot', {
    ...{ format: 'webp', quality },
    captureBeyondViewport: !hasDialog,
    clip: { ...clip, scale: scales[size] },
  })
  await devtools.detach()
  return Buffer.from(data, 'base64')
}

interface Taken extends Pick<Screen, 'desk' | 'name' | 'language' | 'size'> {
  readonly file: string
}

const widths = { phone: 120, tablet: 200, desktop: 280 } as const

const titleOf = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ')

/** One line for each screen: the English pictures, and where the Sesotho ones are. */
function listOf(taken: readonly Taken[]): string {
  const lines = [
    '# Screens',
    '',
    'Every screen, in both languages and two sizes. Written by `npm run pictures -- screens`.',
  ]
  for (const desk of new Set(taken.map(each => each.desk))) {
    lines.push('', `## ${titleOf(desk)}`, '', '| Screen | English | Sesotho |', '|---|---|---|')
    const ofDesk = taken.filter(each => each.desk === desk)
    for (const name of new Set(ofDesk.map(each => each.name))) {
      const inLanguage = (language: Language) => ofDesk.filter(each => each.name === name && each.language === language)
      const shown = inLanguage('en').map(
        ({ file, size }) =>
          `<a href="${file}"><img src="${file}" width="${widths[size]}" alt="${titleOf(name)} on a ${size}" loading="lazy"></a>`,
      )
      const named = inLanguage('st-LS').map(({ file, size }) => `[${size}](${file})`)
      lines.push(`| ${titleOf(name)} | ${shown.join(' ')} | ${named.join(', ')} |`)
    }
  }
  return `${lines.join('\n')}\n`
}

export async function takeScreens(): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  const taken: Taken[] = []
  await walkEverywhere(async screen => {
    const { desk, name, language, size } = screen
    const file = `${language}/${size}/${name}.webp`
    mkdirSync(join(folder, language, size), { recursive: true })
    writeFileSync(join(folder, file), await pictureOf(screen))
    taken.push({ desk, name, language, size, file })
    console.log(`docs/screens/${file}`)
  })
  writeFileSync(join(folder, 'README.md'), listOf(taken))
}

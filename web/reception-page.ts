/**
 * The page that the distribution gives for an address of the reception desk (lib/web-stack.ts): the application's page,
 * which names the desk's files too, so that a slow network is asked for all of them at once and not for one after another.
 */
import type { Plugin } from 'vite'

export const receptionPage = (): Plugin => ({
  name: 'kamohelo:reception-page',
  apply: 'build',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const page = bundle['index.html']
    const desk = Object.values(bundle).find(file => file.type === 'chunk' && file.name === 'reception')
    if (page?.type !== 'asset' || desk?.type !== 'chunk') throw new Error('the build has no page, or no reception desk')
    const source = String(page.source)
    const scripts = [desk.fileName, ...desk.imports].filter(file => !source.includes(file))
    const styles = desk.viteMetadata?.importedCss ?? new Set()
    const links = [
      ...scripts.map(file => `<link rel="modulepreload" crossorigin href="/${file}">`),
      ...[...styles].map(file => `<link rel="stylesheet" crossorigin href="/${file}">`),
    ]
    this.emitFile({
      type: 'asset',
      fileName: 'reception.html',
      source: source.replace('</head>', `${links.map(link => `  ${link}\n`).join('')}  </head>`),
    })
  },
})

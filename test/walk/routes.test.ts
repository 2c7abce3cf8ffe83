import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { everyRoute, leftOut, noRoute, routers } from './routes.ts'

it('knows every router of the web', () => {
  const folder = join(import.meta.dirname, '../../web/src')
  const withRouter = globSync('**/*.tsx', { cwd: folder }).filter(file =>
    readFileSync(join(folder, file), 'utf8').includes('<Router>'),
  )
  expect(withRouter.sort()).toEqual(Object.keys(routers).sort())
})

it('names every address once, with the inner pages of the desks', () => {
  const routes = everyRoute()
  expect(new Set(routes).size).toBe(routes.length)
  expect(routes).toEqual(
    expect.arrayContaining([
      '/',
      '/reception/:post',
      '/reception/:post/people/:personId',
      '/practice/:post/tray',
      '/audit',
    ]),
  )
})

it('says which address was never opened, and takes a named page for no id', () => {
  const routes = ['/tasks/:place/plans', '/tasks/:place/:taskId', '/audit', noRoute]
  expect(leftOut(routes, ['/tasks/LS-A/plans', '/nothing/here'])).toEqual(['/tasks/:place/:taskId', '/audit'])
  expect(leftOut(routes, ['/tasks/LS-A/plans', '/tasks/LS-A/1', '/audit', '/nothing'])).toEqual([])
})

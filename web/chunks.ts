/**
 * How the application is cut into files. A slow network asks for few of them and all at once, so the desk that works at
 * the slowest needs three: what starts the application, what desks have in common, and the desk itself.
 */
import { basename, dirname } from 'node:path'

/** What the bundler knows of the modules. */
interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null
}

/** A module with all that it cannot run without. */
function withItsImports(root: string, modules: Modules): ReadonlySet<string> {
  const found = new Set<string>()
  const open = [root]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue
    found.add(id)
    open.push(...(modules.getModuleInfo(id)?.importedIds ?? []))
  }
  return found
}

const start = '/src/main.tsx'
const reception = '/src/reception/reception-desk.tsx'
/** The first page of a locked tablet: what it shares with the desk stands apart, so that it waits for nothing else. */
const locked = '/src/device/who-works.tsx'
/** Of these, two or more have to share a module with reception for it to be common. */
const otherDesks = [
  '/src/board/board-desk.tsx',
  '/src/district/district-desk.tsx',
  '/src/supplies/supplies-desk.tsx',
  '/src/trips/trips-desk.tsx',
  '/src/budgets/budgets-desk.tsx',
  '/src/devices/devices-desk.tsx',
  '/src/protection/protection-desk.tsx',
  '/src/screening/record-desk.tsx',
  '/src/reports/reports-desk.tsx',
]

interface File {
  readonly debugName: string
  readonly name: (id: string, modules: Modules) => string | null
  readonly priority: number
}

/** The bundler's groups. What none of them takes is cut by the bundler, by the pages that ask for it. */
export function filesOf(webFolder: string): File[] {
  const closures = new Map<string, ReadonlySet<string>>()
  const isUsedBy = (page: string, id: string, modules: Modules): boolean => {
    const closure = closures.get(page) ?? withItsImports(webFolder + page, modules)
    closures.set(page, closure)
    return closure.has(id)
  }
  return [
    {
      // of the first pages in one file: who speaks it asks for them in one request
      debugName: 'sesotho',
      name: (id, modules) =>
        id.endsWith('/st.ts') &&
        [start, locked, reception].some(page => isUsedBy(page, id.replace(/st\.ts$/, 'en.ts'), modules))
          ? 'sesotho'
          : null,
      priority: 6,
    },
    {
      // named after its desk, with which it is kept on a device or not
      debugName: 'sesotho of a desk',
      name: id => (id.endsWith('/st.ts') ? `${basename(dirname(id))}-st` : null),
      priority: 5,
    },
    {
      debugName: 'start',
      name: (id, modules) => (id !== webFolder + start && isUsedBy(start, id, modules) ? 'start' : null),
      priority: 4,
    },
    {
      debugName: 'vault',
      name: (id, modules) => (isUsedBy(locked, id, modules) && isUsedBy(reception, id, modules) ? 'vault' : null),
      priority: 3,
    },
    {
      debugName: 'locked',
      name: (id, modules) => (isUsedBy(locked, id, modules) && !isUsedBy(reception, id, modules) ? 'locked' : null),
      priority: 3,
    },
    {
      debugName: 'common',
      name: (id, modules) =>
        isUsedBy(reception, id, modules) && otherDesks.filter(desk => isUsedBy(desk, id, modules)).length >= 2
          ? 'common'
          : null,
      priority: 2,
    },
    {
      debugName: 'reception',
      name: (id, modules) => (isUsedBy(reception, id, modules) ? 'reception' : null),
      priority: 1,
    },
  ]
}

/**
 * Which numbers of a table of people must be left out so that no small one can be worked out again (domain.md 7).
 *
 * The printed table is a flow network: each cell flows from its row to its column, each row total from the source to
 * its row, each column total from its column to the sink. What a reader can work out about the numbers left out is
 * exactly which other flows fit what is printed. So a hidden number is safe when the flow can be changed by one along a
 * cycle of hidden numbers through it, and determined when no such cycle exists: exact for whole numbers, since such
 * networks have whole solutions. Hiding the cheapest cycle makes it safe. Pure.
 */
export type CountTable = {
  /** `cells[row][column]`, people. */
  readonly cells: readonly (readonly number[])[]
  /** False for a table of one dimension, whose row totals would be its cells. */
  readonly hasRowTotals: boolean
}
export type Mask = {
  readonly cells: readonly (readonly boolean[])[]
  readonly rowTotals: readonly boolean[]
  readonly columnTotals: readonly boolean[]
}

type Arc = {
  readonly from: number
  readonly to: number
  readonly value: number
  /** The national total under another name: always printed. */
  readonly isFixed: boolean
  /** How much a reader loses with it. */
  readonly cost: number
  hidden: boolean
}
/** Numbers that add up to `total`, or to the national total where there is none. */
type Line = { readonly parts: readonly Arc[]; readonly total: Arc | undefined }
type Network = {
  readonly arcs: readonly Arc[]
  readonly cells: readonly (readonly Arc[])[]
  readonly rowTotals: readonly Arc[]
  readonly columnTotals: readonly Arc[]
  readonly lines: readonly Line[]
  readonly arcsAt: readonly (readonly Arc[])[]
}
/** What the numbers printed in the tables beside this one say about one of its own. */
type Bounds = (arc: Arc) => { readonly lowest: number; readonly highest: number }

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
const cellCost = 100
const marginCost = 1_000 // a total tells more than a cell
const zeroCost = 150 // a reader may know why it is empty, so an empty cell hides another one worse

function networkOf({ cells, hasRowTotals }: CountTable, smallestPrinted: number): Network {
  const columnCount = cells[0]?.length ?? 0
  const [source, sink] = [0, cells.length + columnCount + 1]
  const rowNode = (row: number) => (hasRowTotals ? row + 1 : source)
  const columnNode = (column: number) => cells.length + column + 1
  const arc = (from: number, to: number, value: number, isFixed: boolean, loss: number): Arc => {
    const cost = loss + value / (value + 1) // of two alike, the smaller goes
    return { from, to, value, isFixed, cost, hidden: !isFixed && value > 0 && value < smallestPrinted }
  }
  const isSingleCell = cells.length === 1 && columnCount === 1
  const cellArcs = cells.map((row, index) =>
    row.map((value, column) =>
      arc(rowNode(index), columnNode(column), value, isSingleCell, value === 0 ? zeroCost : cellCost),
    ),
  )
  const rowTotals = hasRowTotals
    ? cells.map((row, index) => arc(source, rowNode(index), sum(row), cells.length === 1, marginCost))
    : []
  const columnTotals = Array.from({ length: columnCount }, (_, column) =>
    arc(columnNode(column), sink, sum(cells.map(row => row[column] ?? 0)), columnCount === 1, marginCost),
  )
  const arcs = [...cellArcs.flat(), ...rowTotals, ...columnTotals]
  return {
    arcs,
    cells: cellArcs,
    rowTotals,
    columnTotals,
    lines: [
      ...rowTotals.map((total, row) => ({ parts: cellArcs[row] ?? [], total })),
      ...columnTotals.map((total, column) => ({ parts: cellArcs.flatMap(row => row[column] ?? []), total })),
      { parts: rowTotals, total: undefined },
      { parts: columnTotals, total: undefined },
    ],
    arcsAt: Array.from({ length: sink + 1 }, (_, node) => arcs.filter(each => each.from === node || each.to === node)),
  }
}

type Path = { readonly cost: number; readonly arcs: readonly Arc[] }
type Reached = {
  readonly node: number
  readonly cost: number
  readonly last: Arc | undefined
  readonly before: Reached | undefined
}

/** The cheapest of those reached that were not looked at yet. */
function nearestOf(reached: ReadonlyMap<number, Reached>, settled: ReadonlySet<number>): Reached | undefined {
  let nearest: Reached | undefined
  for (const candidate of reached.values())
    if (!settled.has(candidate.node) && (nearest === undefined || candidate.cost < nearest.cost)) {
      if (candidate.cost === 0) return candidate
      nearest = candidate
    }
  return nearest
}

function pathTo(end: Reached): Path {
  const arcs: Arc[] = []
  for (let here: Reached | undefined = end; here?.last; here = here.before) arcs.push(here.last)
  return { cost: end.cost, arcs }
}

/**
 * The cheapest way for one unit from `start` to `end` without the arc `except`, where a hidden arc costs nothing:
 * forward raises an arc, backward lowers it. Undefined where there is none.
 */
function cheapestPath(
  { arcsAt }: Network,
  boundsOf: Bounds,
  { start, end, except }: { readonly start: number; readonly end: number; readonly except: Arc },
): Path | undefined {
  const reached = new Map<number, Reached>([[start, { node: start, cost: 0, last: undefined, before: undefined }]])
  const settled = new Set<number>()
  while (true) {
    const here = nearestOf(reached, settled)
    if (here === undefined) return undefined
    if (here.node === end) return pathTo(here)
    settled.add(here.node)
    for (const arc of arcsAt[here.node] ?? []) {
      if (arc === except || arc.isFixed) continue
      const node = arc.from === here.node ? arc.to : arc.from
      const cost = here.cost + (arc.hidden ? 0 : arc.cost)
      if (cost >= (reached.get(node)?.cost ?? Number.POSITIVE_INFINITY)) continue
      const { lowest, highest } = boundsOf(arc)
      const canMove = node === arc.to ? arc.value < highest : arc.value > lowest
      if (!canMove) continue
      const next = { node, cost, last: arc, before: here }
      if (node === end && cost === 0) return pathTo(next)
      reached.set(node, next)
    }
  }
}

/** Hides what keeps `arc` from being worked out, if that is not hidden yet; false where nothing can. */
function protect(network: Network, boundsOf: Bounds, arc: Arc): boolean {
  const { lowest, highest } = boundsOf(arc)
  const ways = [
    ...(arc.value < highest ? [{ start: arc.to, end: arc.from, except: arc }] : []),
    ...(arc.value > lowest ? [{ start: arc.from, end: arc.to, except: arc }] : []),
  ]
  let cheapest: Path | undefined
  for (const way of ways) {
    const path = cheapest?.cost === 0 ? undefined : cheapestPath(network, boundsOf, way)
    if (path && (cheapest === undefined || path.cost < cheapest.cost)) cheapest = path
  }
  for (const each of cheapest?.arcs ?? []) each.hidden = true
  return cheapest !== undefined
}

/** What a line's printed numbers tell about its hidden ones is their sum: it must not be small either. */
function widenSmallSums({ lines }: Network, smallestPrinted: number): void {
  for (const { parts, total } of lines) {
    if (total?.hidden) continue
    for (;;) {
      const hiddenSum = sum(parts.filter(part => part.hidden).map(part => part.value))
      if (hiddenSum === 0 || hiddenSum >= smallestPrinted) break
      const candidates = parts
        .filter(part => !part.hidden && !part.isFixed && part.value > 0)
        .sort((one, other) => one.value - other.value)
      const next = candidates.find(part => hiddenSum + part.value >= smallestPrinted) ?? candidates.at(-1)
      if (next === undefined) break // the whole table holds fewer people than that, and its total is printed
      next.hidden = true
    }
  }
}

/**
 * Of two nested tables a reader has the difference too: eleven eligible and eight started are three who have not. Where
 * it is small, the narrower number goes.
 */
function hideSmallDifferences(wider: Network, narrower: Network, smallestPrinted: number): void {
  for (const [place, arc] of narrower.arcs.entries()) {
    const around = wider.arcs[place]
    if (around === undefined || around.hidden || arc.hidden || arc.isFixed) continue
    const difference = around.value - arc.value
    if (difference > 0 && difference < smallestPrinted) arc.hidden = true
  }
}

const maskOf = ({ cells, rowTotals, columnTotals }: Network): Mask => ({
  cells: cells.map(row => row.map(arc => arc.hidden)),
  rowTotals: rowTotals.map(arc => arc.hidden),
  columnTotals: columnTotals.map(arc => arc.hidden),
})

/**
 * What to leave out of each table, all of one shape. `smallestPrinted`: the least number of people that may stand
 * alone; 0 is printed. `nested`: each table counts some of the people of the one before it (eligible, started,
 * completed), so that a printed number bounds its neighbour's, and a difference counts people as well. The national total always stands, and with it whatever
 * is the national total under another name.
 */
export function suppressCells(
  tables: readonly CountTable[],
  { smallestPrinted, nested }: { readonly smallestPrinted: number; readonly nested: boolean },
): readonly Mask[] {
  const networks = tables.map(table => networkOf(table, smallestPrinted))
  const hiddenCount = () => sum(networks.map(({ arcs }) => arcs.filter(arc => arc.hidden).length))

  for (let before = -1; before !== hiddenCount(); ) {
    before = hiddenCount()
    for (const [index, network] of networks.entries()) {
      const [wider, narrower] = nested ? [networks[index - 1], networks[index + 1]] : []
      const placeOf = new Map(network.arcs.map((arc, place) => [arc, place]))
      const beside = (table: Network | undefined, arc: Arc) => table?.arcs[placeOf.get(arc) ?? -1]
      const printed = (arc: Arc | undefined) => (arc === undefined || arc.hidden ? undefined : arc.value)
      const boundsOf: Bounds = arc => ({
        lowest: printed(beside(narrower, arc)) ?? 0,
        highest: printed(beside(wider, arc)) ?? Number.POSITIVE_INFINITY,
      })
      if (nested) for (const around of networks.slice(0, index)) hideSmallDifferences(around, network, smallestPrinted)
      widenSmallSums(network, smallestPrinted)
      for (const arc of network.arcs) {
        if (!arc.hidden || protect(network, boundsOf, arc)) continue
        // What is printed in the tables beside leaves no way: they hide what this one hides, or else everything.
        const printedBeside = network.arcs
          .filter(each => each.hidden)
          .flatMap(each => [beside(wider, each), beside(narrower, each)])
          .filter(each => each !== undefined && !each.hidden && !each.isFixed)
        const toHide = printedBeside.length > 0 ? printedBeside : networks.flatMap(({ arcs }) => arcs)
        for (const each of toHide) if (each) each.hidden = !each.isFixed
      }
    }
  }
  return networks.map(maskOf)
}

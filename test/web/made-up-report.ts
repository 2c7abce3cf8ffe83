/** A report with numbers left out, as the contract gives it: three quarters, most districts. */
import { districts } from '../../functions/platform/places.ts'
import type { ReportColumn, ReportTable } from '../../functions/reports/contract.ts'

const column = (
  name: string,
  kind: ReportColumn['kind'],
  en: string,
  sesotho: string,
  hxl = `#${name.toLowerCase()}`,
): ReportColumn => ({ name, kind, title: { en, 'st-LS': sesotho }, unit: 'plans', hxl })

type Row = ReportTable['rows'][number]

const row = (quarter: string, code: string, ...figures: (number | null)[]): Row => [
  code,
  districts.find(each => each.code === code)?.name ?? null,
  quarter,
  ...figures,
]

export const livelihoodFunnelTable: ReportTable = {
  name: 'livelihood-funnel',
  title: {
    en: 'Livelihood plans: eligible, started, completed',
    'st-LS': 'Merero ea boipheliso: e lokeloang, e qalileng, e phethiloeng',
  },
  note: {
    en: 'Plans by the district and the quarter in which they became eligible. Change: latest survey less baseline, provisional index (equal weights).',
    'st-LS':
      'Merero ka setereke le kotara eo e bileng lokeloang ka eona. Phetoho: sesupo sa nakoana (boima bo lekanang).',
  },
  columns: [
    column('district', 'dimension', 'District', 'Setereke', '#adm1+code'),
    column('districtName', 'dimension', 'Name', 'Lebitso', '#adm1+name'),
    column('quarter', 'dimension', 'Quarter', 'Kotara'),
    column('eligible', 'people', 'Eligible', 'E lokeloang'),
    column('started', 'people', 'Started', 'E qalileng'),
    column('completed', 'people', 'Completed', 'E phethiloeng'),
    column('surveyed', 'people', 'Surveyed twice', 'E botsitsoeng habeli'),
    column('meanChange', 'mean', 'Mean change (provisional index, equal weights)', 'Phetoho (sesupo sa nakoana)'),
  ],
  rows: [
    row('2026-Q3', 'LS-A', 41, 30, 12, 18, 0.081),
    row('2026-Q3', 'LS-C', 33, 25, 9, 14, -0.024),
    row('2026-Q4', 'LS-A', 64, 38, 7, 16, 0.052),
    row('2026-Q4', 'LS-B', 12, 6, null, null, null),
    row('2026-Q4', 'LS-C', 57, 31, 6, 11, 0.11),
    row('2026-Q4', 'LS-D', 22, 13, null, null, null),
    row('2026-Q4', 'LS-E', 19, 9, null, null, null),
    row('2026-Q4', 'LS-F', 17, 8, 0, 0, null),
    row('2026-Q4', 'LS-G', 8, null, null, 0, null),
    row('2026-Q4', 'LS-H', 6, null, 0, 0, null),
  ],
  total: ['LS', 'Lesotho', 'all', 279, 166, 41, 68, 0.058],
  suppressedCells: 9,
  asOf: '2026-12-31T08:00:00.000Z',
  chart: { x: 'districtName', series: ['eligible', 'started', 'completed'] },
}

/** The first report: how far livelihood plans have come, and what the survey says of the people (domain.md 6.4, 6.6). */

import { districtCodes } from '../platform/places.ts'
import { provisionalEqual, weightSetLabel } from '../reintegration/survey-scoring.ts'
import livelihoodFunnelSql from './livelihood-funnel.sql'
import type { ReportDefinition } from './report-definition.ts'

const index = weightSetLabel(provisionalEqual)

export const livelihoodFunnel: ReportDefinition = {
  name: 'livelihood-funnel',
  title: {
    en: 'Livelihood plans: eligible, started, completed',
    'st-LS': 'Merero ea boipheliso: e lokeloang, e qalileng, e phethiloeng',
  },
  note: {
    en: `Plans by the district and the quarter in which they became eligible; one plan for each return. Change: latest survey less baseline, ${index.en}, both valid and under one weight set. A dash stands for a number too small to be shown, or that would give one away.`,
    'st-LS': `Merero ka setereke le kotara eo e bileng lokeloang ka eona; morero o le mong bakeng sa ho khutla ka 'ngoe. Phetoho: potso ea ho qetela ho tlosoa ea pele, ${index['st-LS']}. Letšoao la – le bolela palo e nyenyane haholo hore e bontšoe.`,
  },
  columns: [
    {
      name: 'district',
      title: { en: 'District', 'st-LS': 'Setereke' },
      kind: 'dimension',
      unit: 'ISO 3166-2',
      hxl: '#adm1+code',
    },
    {
      name: 'districtName',
      title: { en: 'Name', 'st-LS': 'Lebitso' },
      kind: 'dimension',
      unit: 'name',
      hxl: '#adm1+name',
    },
    {
      name: 'quarter',
      title: { en: 'Quarter', 'st-LS': 'Kotara' },
      kind: 'dimension',
      unit: 'quarter',
      hxl: '#date+quarter',
    },
    {
      name: 'eligible',
      title: { en: 'Eligible', 'st-LS': 'E lokeloang' },
      kind: 'people',
      unit: 'plans',
      hxl: '#affected+returnees+eligible',
    },
    {
      name: 'started',
      title: { en: 'Started', 'st-LS': 'E qalileng' },
      kind: 'people',
      unit: 'plans',
      hxl: '#reached+returnees+started',
    },
    {
      name: 'completed',
      title: { en: 'Completed', 'st-LS': 'E phethiloeng' },
      kind: 'people',
      unit: 'plans',
      hxl: '#reached+returnees+completed',
    },
    {
      name: 'surveyed',
      title: { en: 'Surveyed twice', 'st-LS': 'E botsitsoeng habeli' },
      kind: 'people',
      unit: 'plans',
      hxl: '#reached+returnees+surveyed',
    },
    {
      name: 'meanChange',
      title: { en: `Mean change (${index.en})`, 'st-LS': `Phetoho (${index['st-LS']})` },
      kind: 'mean',
      unit: 'points of 1',
      hxl: '#indicator+change+mean',
    },
  ],
  dimensions: ['district', 'quarter'],
  allValues: { dimension: 'district', values: districtCodes },
  countChains: [
    ['eligible', 'started', 'completed'],
    ['eligible', 'surveyed'],
  ],
  means: [{ column: 'meanChange', over: 'surveyed' }],
  sql: livelihoodFunnelSql,
  variables: { weight_set: provisionalEqual.id },
  chart: { x: 'districtName', series: ['eligible', 'started', 'completed'] },
}

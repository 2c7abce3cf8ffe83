/** What a reception desk sends about a batch. */
import type { TallyNeeds } from '../../functions/arrivals/board-contract.ts'
import type {
  CloseBatch,
  CountHeads,
  ImportManifest,
  OpenBatch,
  RecordOutcome,
} from '../../functions/arrivals/contract.ts'

const versions = { contract: 1, rules: '2026-11-01' }
const deviceTime = '2026-11-22T09:59:00.000Z'

export const anOpenBatch = (override: Partial<OpenBatch> = {}): OpenBatch => ({
  versions,
  post: 'MB',
  transport: 'BUS',
  sendingFacility: 'LINDELA',
  returnType: 'DEPORTED',
  declaredHeadcount: 3,
  deviceTime,
  ...override,
})
export const aCountHeads = (override: Partial<CountHeads> = {}): CountHeads => ({
  versions,
  heads: { men: 1, women: 1, children: 0 },
  deviceTime,
  ...override,
})
export const aTallyNeeds = (override: Partial<TallyNeeds> = {}): TallyNeeds => ({
  versions,
  needs: { barefoot: 1, emptyHanded: 2 },
  deviceTime,
  ...override,
})
export const anImportManifest = (override: Partial<ImportManifest> = {}): ImportManifest => ({
  versions,
  manifestId: '0193a3a0-0000-7000-8000-0000000000a1',
  text: 'NO;SURNAME;FULL NAMES;SEX;D.O.B;NATIONALITY\n1;MOHAPI;KGWABANE;M;1998/02/07;Lesotho\n2;FOULO;KHOTSO;M;1985/07/07;Lesotho',
  deviceTime,
  ...override,
})
export const aRecordOutcome = (override: Partial<RecordOutcome> = {}): RecordOutcome => ({
  versions,
  outcome: 'LEFT_BEFORE',
  deviceTime,
  ...override,
})
export const aCloseBatch = (override: Partial<CloseBatch> = {}): CloseBatch => ({ versions, deviceTime, ...override })

/** Every Lambda: its size, and what its failure means to a person. No function without that sentence. */
import type { CapabilityName } from '../functions/contracts.ts'

/** Those that no officer calls: streams and the clock do. */
export type EventFunctionName = 'dispatch' | 'facts' | 'compaction' | 'escalation' | 'audit-archive' | 'day-book'
export type FunctionName = CapabilityName | EventFunctionName

export interface FunctionSheet {
  readonly memoryMegabytes: number
  readonly timeoutSeconds: number
  readonly failureMeans: string
}

/** A vCPU grows with memory: below about 1,000 MB an officer waits for the cold start. */
const request = { memoryMegabytes: 1024, timeoutSeconds: 15 } as const
/** An HTTP API waits 30 seconds at most, and answers by itself after that. */
const longRequest = { memoryMegabytes: 1024, timeoutSeconds: 28 } as const
const background = { memoryMegabytes: 512, timeoutSeconds: 60 } as const

export const functionSheets: Readonly<Record<FunctionName, FunctionSheet>> = {
  arrivals: {
    ...longRequest,
    failureMeans: 'Officers cannot open, count or close a batch on the server; tablets keep what they recorded.',
  },
  intake: {
    ...request,
    failureMeans: 'Intakes wait on the tablets: nobody new is registered or supported on the server.',
  },
  registration: {
    ...request,
    failureMeans:
      'Officers do not see whether a person is already registered, so the same person may be entered twice.',
  },
  attachments: {
    ...request,
    failureMeans: 'Photographs and marks wait on the tablets and cannot be shown; registrations are not held up.',
  },
  trips: {
    ...request,
    failureMeans:
      'No seat is given and no trip is closed here: desks plan on paper, and who waits for a bed is counted by hand.',
  },
  screening: { ...request, failureMeans: 'Sealed records wait on the tablets and reach no protection officer.' },
  supplies: {
    ...request,
    failureMeans: 'Nothing is booked into a store, moved or leased, so tablets may run out of what is in the store.',
  },
  budgets: {
    ...request,
    failureMeans: 'No money is granted to a project, leased to a store or settled; what stores hold is given on.',
  },
  support: { ...request, failureMeans: 'Nobody sees what a returnee was given; giving goes on.' },
  'follow-up': { ...request, failureMeans: 'District officers cannot see, claim or finish their tasks.' },
  reintegration: {
    ...request,
    failureMeans: 'Livelihood plans and visits are not recorded; visitors keep them on their device.',
  },
  protection: {
    ...request,
    failureMeans: 'Sealed records stay unopened: somebody who asked to be spoken with now may be waiting.',
  },
  reports: {
    memoryMegabytes: 2048,
    timeoutSeconds: 28,
    failureMeans: 'Analysts get no report; no record of a returnee is affected.',
  },
  devices: {
    ...request,
    failureMeans:
      'No tablet can be enrolled or withdrawn, and officers cannot open what they kept; tablets go on capturing.',
  },
  commands: { ...longRequest, failureMeans: 'Tablets that were without network cannot hand in what they kept.' },
  audit: { ...request, failureMeans: 'Auditors cannot see who read or changed a record; entries are still written.' },
  reference: { ...request, failureMeans: 'The description of the interface cannot be read; the desks work on.' },
  dispatch: { ...background, failureMeans: 'District desks are not told that a task waits for them.' },
  facts: { ...background, failureMeans: 'Reports fall behind: what districts do is missing from them.' },
  compaction: {
    memoryMegabytes: 2048,
    timeoutSeconds: 300,
    failureMeans: 'Reports grow slower by the day; after sixty days without it they begin to lose what was counted.',
  },
  escalation: {
    ...background,
    failureMeans: 'Overdue tasks are not brought before anybody, and lapsed claims stay taken.',
  },
  'day-book': {
    ...background,
    failureMeans: 'Reconciliation and budgets fall behind what was given; giving goes on.',
  },
  'audit-archive': {
    ...background,
    failureMeans: 'Audit entries are not copied out of reach, and a changed record would go unnoticed.',
  },
}

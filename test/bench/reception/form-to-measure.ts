/** The intake form as it is measured: an arrival on the running system, and an officer who is signed in. */
import { randomUUID } from 'node:crypto'
import { arrivalsRoutes } from '../../../functions/arrivals/contract.ts'
import { deskOf } from '../../../local/demo/desk.ts'
import type { RunningHost } from '../../../local/running-host.ts'
import { withHost } from '../../harness/spawned-host.ts'
import { type MeasuredSite, measuredSite } from './measured-site.ts'
import { signedInTab } from './signed-in-tab.ts'

export const chromiumOptions = {
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking'],
}

export interface FormToMeasure {
  readonly host: RunningHost
  readonly site: MeasuredSite
  readonly formPath: string
  /** Of the form on the site. */
  readonly formAddress: string
  /** Name and content of what the sign-in leaves in the tab. */
  readonly tab: readonly [string, string]
}

async function openArrival(host: RunningHost): Promise<string> {
  const batchId = randomUUID()
  await deskOf(host.url, () => host.token('reception-mb')).must(arrivalsRoutes.openBatch, {
    params: { batchId },
    body: {
      versions: { contract: 1, rules: '2026-11-01' },
      post: 'MB',
      transport: 'BUS',
      sendingFacility: 'LINDELA',
      returnType: 'DEPORTED',
      declaredHeadcount: 40,
      deviceTime: new Date().toISOString(),
    },
  })
  return batchId
}

/** On a host of its own, which ends with the measuring. */
export const withForm = <T>(measure: (form: FormToMeasure) => Promise<T>): Promise<T> =>
  withHost(async host => {
    const site = await measuredSite(host.url)
    try {
      const batchId = await openArrival(host)
      const formPath = `/reception/MB/arrivals/${batchId}/intake`
      const tab = await signedInTab(host, 'reception-mb')
      return await measure({ host, site, formPath, formAddress: site.origin + formPath, tab })
    } finally {
      await site.stop()
    }
  })

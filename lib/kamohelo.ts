/** The whole of Kamohelo, for one stage: what `cdk` deploys, what one machine hosts, what the template tests read. */
import { App, type AppProps, type Environment } from 'aws-cdk-lib'
import { ApiStack } from './api-stack.ts'
import { DataStack } from './data-stack.ts'
import { EdgeStack } from './edge-stack.ts'
import { EventsStack } from './events-stack.ts'
import { ReportsStack } from './reports-stack.ts'
import type { Stage } from './stage.ts'
import { WebStack } from './web-stack.ts'

/** Ways CDK does things that changed after they were published; said here, so that tests see what the command sees. */
const settings = {
  '@aws-cdk/core:enablePartitionLiterals': true,
  '@aws-cdk/core:defaultCrossStackReferences': 'strong',
  '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
  '@aws-cdk/aws-cloudfront:defaultSecurityPolicyTLSv1.2_2021': true,
}

export const createApp = (props: AppProps = {}): App =>
  new App({ analyticsReporting: false, ...props, postCliContext: { ...settings, ...props.postCliContext } })

/** `account`: as the command line knows it; without one the templates fit any. */
export function buildKamohelo(app: App, stage: Stage, account?: string): void {
  const at = (region: string): { env: Environment } => ({
    env: { region, ...(account === undefined ? {} : { account }) },
  })
  const home = at(stage.region)
  const name = (part: string): string => `kamohelo-${stage.name}-${part}`

  new EdgeStack(app, name('edge'), at('us-east-1'))
  const data = new DataStack(app, name('data'), stage, home)
  const { reports } = new ReportsStack(app, name('reports'), { stage, data, ...home })
  new EventsStack(app, name('events'), { stage, data, ...home })
  const { api } = new ApiStack(app, name('api'), { stage, data, reports, ...home })
  new WebStack(app, name('web'), { stage, api, signIn: data.signIn, ...home })
}

/** The only place that reads stage and account. `cdk synth -c stage=live -c webAddress=https://… -c helpLine=…` */
import { buildKamohelo, createApp } from '../lib/kamohelo.ts'
import { stageNamed } from '../lib/stage.ts'

const app = createApp()
const stage = stageNamed(String(app.node.tryGetContext('stage') ?? 'dev'))
const given = (name: 'webAddress' | 'helpLine'): Partial<typeof stage> => {
  const value: unknown = app.node.tryGetContext(name)
  return value === undefined ? {} : { [name]: String(value) }
}

buildKamohelo(app, { ...stage, ...given('webAddress'), ...given('helpLine') }, process.env['CDK_DEFAULT_ACCOUNT'])

/** The only place that reads stage and account. `cdk synth -c stage=live -c webAddress=https://…` */
import { buildKamohelo, createApp } from '../lib/kamohelo.ts'
import { stageNamed } from '../lib/stage.ts'

const app = createApp()
const stage = stageNamed(String(app.node.tryGetContext('stage') ?? 'dev'))
const webAddress: unknown = app.node.tryGetContext('webAddress')

buildKamohelo(
  app,
  typeof webAddress === 'string' ? { ...stage, webAddress } : stage,
  process.env['CDK_DEFAULT_ACCOUNT'],
)

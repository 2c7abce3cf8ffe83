/** A finding of the rule pack that stays, and why. The reason is an argument, so that there is none without. */
import { Validations } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'

export type NagRule = `AwsSolutions-${string}`

export function acknowledge(construct: IConstruct, rule: NagRule, reason: string): void {
  Validations.of(construct).acknowledge({ id: rule, reason })
}

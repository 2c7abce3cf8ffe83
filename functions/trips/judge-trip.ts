/** The rules of a trip as a refusal. Pure: no clock, no network, no AWS. */
import { type Refused, refused } from '../platform/reply.ts'
import { brokenRules, type Ride, type Rider } from './trip-rules.ts'

/** The first rule that would be broken, with the numbers it is about; undefined where none is. */
export function ruleRefusal(ride: Ride, riders: readonly Rider[]): Refused | undefined {
  const [broken] = brokenRules(ride, riders)
  return broken && refused(broken.rule, { numbers: broken.numbers })
}

/** How deep a command's content goes. Pure: no clock, no network, no AWS. */

/** No route's body goes deeper than 6; what goes deeper than this cannot even be written out again to be handed on. */
const deepest = 32

/** True for content that no owner could take, whatever is in it. */
export function isNestedTooDeep(content: unknown, left = deepest): boolean {
  if (typeof content !== 'object' || content === null) return false
  return left === 0 || Object.values(content).some(inner => isNestedTooDeep(inner, left - 1))
}

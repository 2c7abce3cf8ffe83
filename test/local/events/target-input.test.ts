import { expect, it } from 'vitest'
import { targetInput } from '../../../local/events/target-input.ts'

const event = { id: 'e1', source: 'kamohelo', detail: { place: 'LS-A', say: 'a "word"', list: [1, 2] } }
const rule = 'arn:aws:events:af-south-1:000000000000:rule/bus/notices'
const transform = (InputTemplate: string, InputPathsMap: Record<string, string> = {}) =>
  JSON.parse(targetInput({ InputTransformer: { InputTemplate, InputPathsMap } }, event, rule))

it('gives the whole event where nothing else is said', () => {
  expect(JSON.parse(targetInput({}, event, rule))).toEqual(event)
})

it('gives a constant, or a part', () => {
  expect(targetInput({ Input: '{"a":1}' }, event, rule)).toBe('{"a":1}')
  expect(JSON.parse(targetInput({ InputPath: '$.detail.list[1]' }, event, rule))).toBe(2)
})

it('puts parts into a text as they stand, and into JSON as JSON', () => {
  const paths = { place: '$.detail.place', say: '$.detail.say', list: '$.detail.list' }
  expect(transform('"Work waits in <place>: <say>"', paths)).toBe('Work waits in LS-A: a "word"')
  expect(transform('{"place": <place>, "list": <list>, "say": "<say>!"}', paths)).toEqual({
    place: 'LS-A',
    list: [1, 2],
    say: 'a "word"!',
  })
})

it('knows the names EventBridge itself gives', () => {
  expect(transform('{"rule": <aws.events.rule-name>, "event": <aws.events.event.json>}')).toEqual({
    rule: 'notices',
    event,
  })
})

import { describe, expect, it } from 'vitest'
import { fromStored } from '../../../functions/platform/stored.ts'
import { StreamEvent } from '../../../functions/platform/stream-event.ts'

const eventOf = (held: unknown) => ({
  Records: [
    {
      eventID: 'event-1',
      eventName: 'INSERT',
      dynamodb: {
        Keys: { pk: { S: 'REFUSED#1' }, sk: { S: 'RECORD#1' } },
        SequenceNumber: '1',
        NewImage: { pk: { S: 'REFUSED#1' }, held },
      },
    },
  ],
})
const heldIn = (held: unknown): unknown =>
  fromStored(StreamEvent.parse(eventOf(held)).Records[0]?.dynamodb.NewImage ?? {})['held']

describe('an item in a stream', () => {
  it('has the bytes it was stored with, at any depth', () => {
    expect(heldIn({ B: Buffer.from([0, 255, 7]).toString('base64') })).toEqual(new Uint8Array([0, 255, 7]))
    const within = { M: { sealed: { B: 'AAH/' }, all: { L: [{ B: '' }] } } }
    expect(heldIn(within)).toEqual({ sealed: new Uint8Array([0, 1, 255]), all: [new Uint8Array(0)] })
  })

  it('is refused with bytes that are none, and with a kind of value that nobody writes', () => {
    expect(StreamEvent.safeParse(eventOf({ B: 'not base64' })).success).toBe(false)
    expect(StreamEvent.safeParse(eventOf({ SS: ['one'] })).success).toBe(false)
    expect(StreamEvent.safeParse(eventOf({ S: 'one', N: '1' })).success).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { liftContent, readScreenContent, ScreenContent } from '../../../functions/screening/screen-content.ts'
import { aScreenContent } from '../../builders/screen-content.ts'

describe('the content of a screen', () => {
  it('is read back as it was', () => {
    expect(readScreenContent(JSON.parse(JSON.stringify(aScreenContent())))).toEqual(aScreenContent())
  })

  it('names somebody: a return event, a number or a ticket', () => {
    const { returnEventId: _unnamed, ...anonymous } = aScreenContent()
    expect(ScreenContent.safeParse(anonymous).success).toBe(false)
    expect(ScreenContent.safeParse({ ...anonymous, queueTicket: '14' }).success).toBe(true)
    expect(ScreenContent.safeParse({ ...anonymous, displayNumber: 'XV-7F-0001-0' }).success).toBe(true)
  })

  it('keeps child facts of a child only', () => {
    const child = { careStatus: 'UNACCOMPANIED' } as const
    expect(ScreenContent.safeParse(aScreenContent({ isMinor: true, child })).success).toBe(true)
    expect(ScreenContent.safeParse(aScreenContent({ isMinor: false, child })).success).toBe(false)
  })

  it('refuses an answer, an item or a field that is not in the instrument', () => {
    expect(readScreenContent({ ...aScreenContent(), answers: { A1: 'PERHAPS' } })).toBeUndefined()
    expect(readScreenContent({ ...aScreenContent(), answers: { A13: 'YES' } })).toBeUndefined()
    expect(readScreenContent({ ...aScreenContent(), nationality: 'LSO' })).toBeUndefined()
  })

  it.each([undefined, null, 7, 'text', [], {}])('is not read out of %j', value => {
    expect(readScreenContent(value)).toBeUndefined()
  })
})

describe('lifting an older content', () => {
  const upcasts = {
    1: (content: Record<string, unknown>) => ({ ...content, place: 'unknown' }),
    2: ({ place, ...content }: Record<string, unknown>) => ({ ...content, places: [place] }),
  }

  it('goes step by step to the version asked for', () => {
    expect(liftContent({ contentVersion: 1 }, 3, upcasts)).toEqual({ contentVersion: 3, places: ['unknown'] })
    expect(liftContent({ contentVersion: 2, place: 'here' }, 3, upcasts)).toEqual({
      contentVersion: 3,
      places: ['here'],
    })
  })

  it('leaves the version asked for as it is, and reads none that is newer or whose step is gone', () => {
    expect(liftContent({ contentVersion: 3, places: [] }, 3, upcasts)).toEqual({ contentVersion: 3, places: [] })
    expect(liftContent({ contentVersion: 4 }, 3, upcasts)).toBeUndefined()
    expect(liftContent({ contentVersion: 1 }, 2, {})).toBeUndefined()
    expect(liftContent({ contentVersion: 'one' }, 2, upcasts)).toBeUndefined()
  })
})

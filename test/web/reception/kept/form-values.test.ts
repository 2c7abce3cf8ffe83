import { effect, signal } from '@preact/signals'
import { describe, expect, it } from 'vitest'
import { changedIn, fillWith, valuesIn } from '../../../../web/src/reception/kept/form-values.ts'

interface Line {
  readonly name: { value: string }
}
const aForm = (village = 'Ha Thaba') => ({
  known: { names: ['Khotso'] },
  village: signal(village),
  district: signal<string | undefined>('LS-C'),
  birth: { day: signal(''), way: signal<'date' | 'age'>('date') },
  given: signal<boolean | undefined>(undefined),
  flags: signal<readonly string[]>([]),
  people: signal<readonly Line[]>([]),
})
const makers = { people: ({ name = '' }: Readonly<Record<string, string>>) => ({ name: signal(name) }) }

/** As it is kept, and read again after a restart. */
const kept = (change: (form: ReturnType<typeof aForm>) => void) => {
  const form = aForm()
  const opened = valuesIn(form)
  change(form)
  return changedIn(opened, valuesIn(form))
}

describe('a half-filled form', () => {
  it('keeps what was changed, and nothing else', () => {
    expect(kept(() => undefined)).toEqual({})
    expect(
      kept(form => {
        form.birth.day.value = '3'
        form.district.value = undefined
        form.given.value = false
      }),
    ).toEqual({ 'birth.day': '3', district: null, given: false })
  })

  it('is filled as it was left, with what a colleague changed elsewhere in the record', () => {
    const left = kept(form => {
      form.birth.day.value = '3'
      form.district.value = undefined
      form.flags.value = ['a']
      form.people.value = [{ name: signal('Thabo') }]
    })
    const form = aForm('Ha Mofoka')
    expect(fillWith(form, valuesIn(form), left, makers)).toBe(true)
    expect(valuesIn(form)).toMatchObject({
      ...{ village: 'Ha Mofoka', 'birth.day': '3', district: null, flags: ['a'], people: [{ name: 'Thabo' }] },
    })
    expect(form.district.value).toBeUndefined()
  })

  it('puts nothing over what was typed meanwhile, nor of another kind than its place', () => {
    const form = aForm()
    const opened = valuesIn(form)
    form.village.value = 'typed'
    expect(fillWith(form, opened, { village: 'kept', 'birth.day': null, flags: 'a', given: [], unknown: 'x' })).toBe(
      false,
    )
    expect(form.village.value).toBe('typed')
    expect(form.birth.day.value).toBe('')
  })

  it('is followed, each line of a list too', () => {
    const form = aForm()
    const line = { name: signal('T') }
    form.people.value = [line]
    let turns = 0
    effect(() => {
      valuesIn(form)
      turns += 1
    })
    line.name.value = 'Thabo'
    form.birth.way.value = 'age'
    expect(turns).toBe(3)
  })
})

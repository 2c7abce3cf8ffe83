/** The basic facts of a registered person as typed, filled with what is known, and read back to what the registry keeps. */
import { type Signal, signal } from '@preact/signals'
import { type BirthDate, isMinor } from '../../../../../functions/registration/age.ts'
import type { BasicFacts, FastLane } from '../../../../../functions/registration/person-fields.ts'
import { emptyDateOrAge } from '../../../ui/date-input.ts'
import { birthOf, hasWrongPhone, isChild } from '../../intake/draft-problems.ts'
import { phoneOf, reachByOf } from '../../intake/intake-body.ts'
import { type BirthProblem, fillBirth, readBirth } from '../../intake/read-birth.ts'

type Other = NonNullable<FastLane['names']['other']>[number]
type Channel = NonNullable<FastLane['reachBy']>
const chosen = <Code>(code: Code | undefined): Signal<Code | undefined> => signal<Code | undefined>(code)

/** `today` is the date in Lesotho: an age is shown as it is on it. */
export function basicDraft(fast: FastLane, today: string) {
  const { names, phone, birth } = fast
  const typedBirth = emptyDateOrAge()
  fillBirth(typedBirth, birth, today)
  return {
    known: fast,
    /** What the birth reads as before anybody touched it: an age said last year is another number today. */
    untouched: readBirth(typedBirth, today),
    givenNames: signal(names.givenNames),
    surname: signal(names.surname),
    nameOnDocument: signal(names.asOnDocument ?? ''),
    otherName: signal(names.other?.[0]?.name ?? ''),
    otherNameType: chosen<Other['type']>(names.other?.[0]?.type),
    sex: chosen<FastLane['sex']>(fast.sex),
    birth: typedBirth,
    takenForChild: signal<readonly true[]>(birth.takenForChild ? [true] : []),
    accompaniment: chosen<NonNullable<FastLane['accompaniment']>>(fast.accompaniment),
    homeDistrict: chosen<FastLane['homeDistrict']>(fast.homeDistrict),
    channel: chosen<Channel>(phone?.channel ?? fast.reachBy),
    phone: signal(phone?.number ?? ''),
    phoneAllows: signal<readonly ('CALL' | 'MESSAGE')[]>([
      ...(phone?.mayCall ? (['CALL'] as const) : []),
      ...(phone?.mayLeaveMessage ? (['MESSAGE'] as const) : []),
    ]),
  }
}
export type BasicDraft = ReturnType<typeof basicDraft>

const typed = (value: Signal<string>): string | undefined => value.value.trim() || undefined
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** The birth as it stands: what nobody touched is what the registry has. */
function birthNow(draft: BasicDraft, today: string): BirthDate | undefined {
  const read = birthOf(draft, today)
  if (read === undefined || !isSame(readBirth(draft.birth, today), draft.untouched)) return read
  const { takenForChild: _before, ...date } = draft.known.birth
  return draft.takenForChild.value.length > 0 ? { ...date, takenForChild: true } : date
}

export type BasicProblem = 'needed' | 'choose' | 'phone' | `birth-${BirthProblem}`
export type BasicField = 'givenNames' | 'surname' | 'sex' | 'birth' | 'accompaniment' | 'homeDistrict' | 'phone'

export function basicProblems(draft: BasicDraft, today: string): Readonly<Partial<Record<BasicField, BasicProblem>>> {
  const birth = readBirth(draft.birth, today)
  const entries: [BasicField, BasicProblem | false][] = [
    ['givenNames', typed(draft.givenNames) === undefined && 'needed'],
    ['surname', typed(draft.surname) === undefined && 'needed'],
    ['sex', draft.sex.value === undefined && 'choose'],
    ['birth', 'problem' in birth && `birth-${birth.problem}`],
    ['accompaniment', isChild(draft, today) && draft.accompaniment.value === undefined && 'choose'],
    ['homeDistrict', draft.homeDistrict.value === undefined && 'choose'],
    ['phone', hasWrongPhone(draft) && 'phone'],
  ]
  return Object.fromEntries(entries.filter(([, problem]) => problem !== false))
}

/** Names of other kinds than the one on screen stay as they are. */
function otherNames({ known, otherName, otherNameType }: BasicDraft): Other[] | undefined {
  const name = typed(otherName)
  const rest = known.names.other?.slice(1) ?? []
  const all = name === undefined ? rest : [{ type: otherNameType.value ?? ('OTHER_SPELLING' as const), name }, ...rest]
  return all.length === 0 ? undefined : all
}

/** All basic facts as they are now; undefined where nothing was changed, or something is still wrong. */
export function basicOf(draft: BasicDraft, today: string): BasicFacts | undefined {
  const { urgentFlags: _ofTheReturn, ...known } = draft.known
  const birth = birthNow(draft, today)
  const { sex, homeDistrict, accompaniment } = draft
  if (Object.keys(basicProblems(draft, today)).length > 0) return undefined
  if (birth === undefined || sex.value === undefined || homeDistrict.value === undefined) return undefined
  const now: BasicFacts = {
    names: {
      givenNames: draft.givenNames.value.trim(),
      surname: draft.surname.value.trim(),
      other: otherNames(draft),
      asOnDocument: typed(draft.nameOnDocument),
    },
    sex: sex.value,
    birth,
    // who has come of age was with somebody all the same
    accompaniment: isMinor(birth, today) ? accompaniment.value : known.accompaniment,
    homeDistrict: homeDistrict.value,
    phone: phoneOf(draft),
    reachBy: reachByOf(draft),
  }
  return isSame(inOrder(now), inOrder(known)) ? undefined : now
}

const inOrder = ({ names, sex, birth, accompaniment, homeDistrict, phone, reachBy }: BasicFacts) => [
  ...[names.givenNames, names.surname, names.other?.map(({ type, name }) => [type, name]), names.asOnDocument],
  ...[sex, birth.date, birth.precision, birth.takenForChild, accompaniment, homeDistrict, reachBy],
  ...[phone?.number, phone?.channel, phone?.mayCall, phone?.mayLeaveMessage],
]

import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { districts } from '../../../../functions/platform/places.ts'
import { birthYear } from '../../../../functions/registration/age.ts'
import type { Match } from '../../../../functions/registration/contract.ts'
import type { ItemCode } from '../../../../functions/support/items.ts'
import type { No } from '../../api/client.ts'
import { code } from '../../code-lists/words.ts'
import { t as shared } from '../../i18n/shared-words.ts'
import { LateCaptureSection } from '../../paper/late-capture-section.tsx'
import { Choice, MultiChoice } from '../../ui/choice.tsx'
import { TextField } from '../../ui/field.tsx'
import { NoNotice } from '../../ui/no-notice.tsx'
import { lookForMatches } from '../kept/look-for-matches.ts'
import { isWithoutServer } from '../kept/without-server.ts'
import { t as desk } from '../words.ts'
import { birthOf, matchFacts, staysHere } from './draft-problems.ts'
import { supportOf } from './draft-support.ts'
import type { IntakeDraft, MatchAnswer } from './intake-draft.ts'
import { itemWords } from './item-words.ts'
import { urgentWords } from './section-urgent.tsx'
import type { SectionProps } from './section-who.tsx'
import type { Left } from './support-proposal.ts'
import { StaysHere } from './what-now.tsx'
import { t } from './words.ts'
import { WordsInstead } from './words-instead.tsx'

const answers = ['SAME', 'DIFFERENT', 'UNSURE'] as const satisfies readonly MatchAnswer[]

const districtName = (wanted: string): string => districts.find(district => district.code === wanted)?.name ?? ''

/** Looks for the same person whenever the facts to look by have changed; without a network the desk goes on. */
function useMatches(draft: IntakeDraft, today: string): { readonly no: No | undefined; readonly again: () => void } {
  const no = useSignal<No | undefined>(undefined)
  const turn = useSignal(0)
  const asking = turn.value
  const facts = matchFacts(draft, today)
  useEffect(() => {
    const birth = birthOf(draft, today)
    const { sex, homeDistrict } = draft
    const names = { givenNames: draft.givenNames.value.trim(), surname: draft.surname.value.trim() }
    if (
      draft.matches.value?.facts === facts ||
      names.givenNames === '' ||
      names.surname === '' ||
      sex.value === undefined
    )
      return
    let current = true
    draft.matches.value = undefined
    no.value = undefined
    const body = {
      ...names,
      sex: sex.value,
      birthYear: birth === undefined ? undefined : birthYear(birth),
      district: homeDistrict.value,
    }
    void lookForMatches(body, draft.intakeId).then(({ no: unheard, found }) => {
      if (!current) return
      no.value = unheard
      // without an answer the desk goes on; facts that no draft has make the next look a new search
      draft.matches.value = { facts: unheard === undefined ? facts : '', found }
    })
    return () => {
      current = false
    }
  }, [facts, asking])
  return {
    no: no.value,
    again: () => {
      turn.value += 1
    },
  }
}

interface MatchCardProps {
  readonly draft: IntakeDraft
  readonly match: Match
}

function MatchCard({ draft, match }: MatchCardProps) {
  const answer = useSignal<MatchAnswer | undefined>(draft.matchAnswers.value[match.personId])
  useEffect(() => {
    if (answer.value !== undefined)
      draft.matchAnswers.value = { ...draft.matchAnswers.value, [match.personId]: answer.value }
  }, [answer.value])
  return (
    <li class="panel">
      <div class="stack-small">
        <strong>
          {match.givenNames} {match.surname}
        </strong>
        <span class="number">{match.displayNumber}</span>
        <span class="small quiet">
          {[
            match.birthYear === undefined ? '' : t('check.match.born', { year: match.birthYear }),
            districtName(match.district),
          ]
            .filter(part => part !== '')
            .join(' · ')}
        </span>
        <span class="small quiet">{match.reasons.map(reason => t(`check.reason.${reason}`)).join(', ')}</span>
      </div>
      <Choice
        legend={t('check.match.question')}
        columns={3}
        options={answers.map(value => ({ value, label: t(`check.match.${value}`) }))}
        value={answer}
      />
    </li>
  )
}

const isGiven = (entry: [string, number | undefined]): entry is [ItemCode, number] => entry[1] !== undefined

interface SectionCheckProps extends SectionProps {
  readonly left: Left | undefined
}

/** What will be saved, in a few lines. */
function Summary({ draft, today, left }: Omit<SectionCheckProps, 'says'>) {
  const support = supportOf(draft, today, left)
  const items = Object.entries(support?.given ?? {}).filter(isGiven)
  const missing = (support?.outOfStock ?? []).map(item => code(`item.${item}`))
  const flags = draft.urgentFlags.value
  return (
    <div class="panel">
      <p class="summary-name">
        {draft.givenNames.value} {draft.surname.value}
      </p>
      <p class="quiet">
        {[birthOf(draft, today)?.date.slice(0, 4), districtName(draft.homeDistrict.value ?? '')]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p>
        {items.length === 0
          ? t('check.gets.nothing')
          : t('check.gets', { items: items.map(([item, quantity]) => itemWords(item, quantity, today)).join(', ') })}
      </p>
      {missing.length === 0 ? null : <p>{t('support.missing', { items: missing.join(', ') })}</p>}
      {flags.length === 0 ? null : <p>{t('check.urgent', { flags: flags.map(urgentWords).join(', ') })}</p>}
    </div>
  )
}

/** A talk in private may come before this form: who was given a slip there keeps its number. */
const HeldSlip = ({ draft, says }: Pick<SectionProps, 'draft' | 'says'>) => (
  <>
    <MultiChoice
      legend={t('slip.legend')}
      options={[{ value: true as const, label: t('slip.held') }]}
      value={draft.holdsSlip}
    />
    {draft.holdsSlip.value.length === 0 ? null : (
      <TextField
        label={t('slip.number')}
        capitals="characters"
        longest={30}
        width="half"
        value={draft.slipNumber}
        problem={says('slipNumber')}
      />
    )}
  </>
)

/** People who may be the same are shown before saving, and every answer is kept: a wrong merge is worse than a question. */
export function SectionCheck({ draft, today, left, says }: SectionCheckProps) {
  const { no, again } = useMatches(draft, today)
  const found = draft.matches.value?.found
  const isOnlyHere = isWithoutServer(no)
  return (
    <>
      <Summary draft={draft} today={today} left={left} />
      {staysHere(draft, today) ? <StaysHere /> : null}
      <section class="stack">
        <h3>{t('check.matches.title')}</h3>
        {no === undefined ? null : isOnlyHere ? (
          <p class="quiet">{desk('find.only-here')}</p>
        ) : (
          <NoNotice no={no} title={shared('refused.search')} onAgain={again} />
        )}
        {no !== undefined && !isOnlyHere && (found ?? []).length === 0 ? null : found === undefined ? (
          <p class="quiet">{t('check.matches.asking')}</p>
        ) : found.length === 0 ? (
          <p class="quiet">{t('check.matches.none')}</p>
        ) : (
          <>
            <p>{t('check.matches.lead')}</p>
            <ul class="doors">
              {found.map(match => (
                <MatchCard key={match.personId} draft={draft} match={match} />
              ))}
            </ul>
          </>
        )}
        {says('matches') === undefined ? null : <p class="field-says">{says('matches')}</p>}
      </section>
      <LateCaptureSection draft={draft.late} problem={says('late')} />
      <HeldSlip draft={draft} says={says} />
      {draft.holdsSlip.value.length === 0 ? <WordsInstead draft={draft} /> : null}
    </>
  )
}

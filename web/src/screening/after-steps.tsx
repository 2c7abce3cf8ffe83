import { contactChannels } from '../../../functions/registration/code-lists.ts'
import {
  currentScreeningRules,
  mayPromiseNow,
  rulesFor,
  screenRouteTexts,
} from '../../../functions/screening/private-screen-rules.ts'
import { careStatuses } from '../../../functions/screening/screen-content.ts'
import { code } from '../code-lists/words.ts'
import { inLanguage } from '../i18n/words.ts'
import { Choice, MultiChoice } from '../ui/choice.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { onDuty } from './duty.ts'
import { instrument, type RecordForm, routesFrom, suggestionFor } from './record-form.ts'
import { t } from './words.ts'

interface StepProps {
  readonly form: RecordForm
}

/** A child is asked nothing here: the child officer comes (domain.md 3.6). */
export const ChildStep = ({ form }: StepProps) => (
  <>
    <h2>{t('child.title')}</h2>
    <Notice kind="look">
      <p>{inLanguage(instrument.insteadForChild)}</p>
    </Notice>
    <Choice
      legend={t('child.care')}
      columns={2}
      options={careStatuses.map(value => ({ value, label: t(`child.care.${value}`) }))}
      value={form.careStatus}
    />
    <TextField label={t('child.handed')} longest={60} optional value={form.handedTo} />
  </>
)

export const ObserveStep = ({ form }: StepProps) => (
  <>
    <h2>{t('observe.title')}</h2>
    <MultiChoice
      legend={t('observe.legend')}
      hint={t('observe.hint')}
      options={instrument.observations.map(({ code: value, text }) => ({ value, label: inLanguage(text) }))}
      value={form.observations}
    />
    {form.inUniform.value === true && form.placeIsPrivate.value === true ? (
      <p class="quiet">{t('question.uniform')}</p>
    ) : null}
  </>
)

const ruleSentences = (fired: readonly string[]): string[] =>
  (rulesFor(currentScreeningRules) ?? [])
    .filter(({ name }) => fired.includes(name))
    .map(({ sentence }) => inLanguage(sentence))

/** The suggestion with its reasons, and the officer's decision beside it: rules suggest, people decide. */
export function DecideStep({ form, asked }: StepProps & { readonly asked: boolean }) {
  const { route, fired } = suggestionFor(form)
  const chosen = form.raisedTo.value ?? route
  const isRaised = chosen !== route
  return (
    <>
      <h2>{t('decide.title')}</h2>
      <section class="panel">
        <p class="quiet small">{t('decide.suggested')}</p>
        <p class="route">{inLanguage(screenRouteTexts[route])}</p>
        {fired.length === 0 ? (
          <p>{t('decide.no-reason')}</p>
        ) : (
          <>
            <p class="quiet small">{t('decide.because')}</p>
            <ul class="reasons">
              {ruleSentences(fired).map(sentence => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </>
        )}
      </section>
      <Choice
        legend={t('decide.legend')}
        hint={t('decide.hint')}
        options={routesFrom(route).map(value => ({ value, label: inLanguage(screenRouteTexts[value]) }))}
        value={form.raisedTo}
      />
      {isRaised ? (
        <TextField
          label={t('decide.reason')}
          longest={400}
          lines={2}
          value={form.reason}
          problem={asked && form.reason.value.trim() === '' ? t('decide.reason.problem') : undefined}
        />
      ) : null}
      {chosen === 'INTERVIEW_NOW' ? (
        <p class={mayPromiseNow(onDuty.value ?? 0, 0) ? 'quiet' : 'field-says'}>
          {mayPromiseNow(onDuty.value ?? 0, 0) ? t('decide.duty', { count: onDuty.value ?? 0 }) : t('decide.duty.none')}
        </p>
      ) : null}
      {chosen === 'NONE' ? null : (
        <>
          <Choice
            legend={t('decide.wish')}
            columns={2}
            options={[
              { value: true, label: t('decide.wish.yes') },
              { value: false, label: t('decide.wish.no') },
            ]}
            value={form.agrees}
            problem={asked && form.agrees.value === undefined ? t('start.choose') : undefined}
          />
          <h3>{t('safe.title')}</h3>
          <SelectField
            label={t('safe.channel')}
            optional
            options={contactChannels.map(value => ({ value, label: code(`channel.${value}`) }))}
            value={form.channel}
          />
          {form.channel.value === undefined ? null : (
            <>
              <TextField label={t('safe.place')} longest={200} optional value={form.place} />
              <TextField label={t('safe.by')} longest={60} optional value={form.reachedBy} />
            </>
          )}
        </>
      )}
    </>
  )
}

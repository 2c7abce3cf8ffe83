import { useSignal } from '@preact/signals'
import type { PostCode } from '../../../functions/platform/places.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { nextDisplayNumber } from '../slips/number-maker.ts'
import { readDisplayNumber } from '../slips/read-number.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { TextField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { OnDuty } from './on-duty.tsx'
import { instrument, namesPerson, type RecordForm } from './record-form.ts'
import { t } from './words.ts'

interface SlipNumberProps {
  readonly form: RecordForm
  readonly post: PostCode
  readonly problem: string | undefined
}

/** A talk may come before the registration: the number made here is then the one they are registered under. */
function SlipNumber({ form, post, problem }: SlipNumberProps) {
  const { number, drawnNumber } = form
  const draw = async () => {
    drawnNumber.value ??= await nextDisplayNumber(post)
    number.value = drawnNumber.value
  }
  if (drawnNumber.value !== undefined && number.value === drawnNumber.value)
    return (
      <div class="panel" role="status">
        <p class="quiet">{t('start.drawn')}</p>
        <p class="drawn-number">{number.value}</p>
        <p>{t('start.drawn.copy')}</p>
        <Buttons>
          <Button
            kind="quiet"
            onPress={() => {
              number.value = ''
            }}
          >
            {t('start.drawn.undo')}
          </Button>
        </Buttons>
      </div>
    )
  return (
    <>
      <TextField
        label={t('start.number')}
        longest={24}
        width="half"
        capitals="characters"
        value={number}
        problem={problem}
      />
      <Buttons>
        <Button onPress={() => void draw()}>{t('start.draw')}</Button>
      </Buttons>
    </>
  )
}

interface StartStepProps {
  readonly form: RecordForm
  readonly post: PostCode
  readonly onDone: () => void
}

/** What must be known before the first question: about whom, how old, and whether nobody can hear. */
export function StartStep({ form, post, onDone }: StartStepProps) {
  const asked = useSignal(false)
  const missing = (value: unknown) => (asked.value && value === undefined ? t('start.choose') : undefined)
  const wrongNumber = form.number.value.trim() !== '' && readDisplayNumber(form.number.value) === undefined
  const isReady =
    namesPerson(form) &&
    [form.ageGroup, form.placeIsPrivate, form.inUniform, form.asksToSpeak].every(({ value }) => value !== undefined)
  const begin = () => {
    asked.value = true
    if (isReady) onDone()
  }
  const numberProblem = wrongNumber
    ? t('start.number.problem')
    : namesPerson(form)
      ? undefined
      : t('start.person.problem')
  return (
    <>
      <OnDuty />
      <h2>{t('start.person')}</h2>
      <SlipNumber form={form} post={post} problem={asked.value ? numberProblem : undefined} />
      <Choice
        legend={t('start.age')}
        columns={2}
        options={[
          { value: 'ADULT', label: t('start.age.adult') },
          { value: 'CHILD', label: t('start.age.child') },
        ]}
        value={form.ageGroup}
        problem={missing(form.ageGroup.value)}
      />
      <Choice
        legend={t('start.place')}
        columns={2}
        options={[
          { value: true, label: t('start.place.private') },
          { value: false, label: t('start.place.not') },
        ]}
        value={form.placeIsPrivate}
        problem={missing(form.placeIsPrivate.value)}
      />
      {[
        { legend: t('start.uniform'), value: form.inUniform },
        { legend: t('start.asks'), value: form.asksToSpeak },
      ].map(({ legend, value }) => (
        <Choice
          key={legend}
          legend={legend}
          columns={2}
          options={[
            { value: false, label: shared('answer.no') },
            { value: true, label: shared('answer.yes') },
          ]}
          value={value}
          problem={missing(value.value)}
        />
      ))}
      {instrument.sesothoReview === 'REVIEWED_BY_NATIVE_SPEAKER' ? null : (
        <Notice>
          <p>{t('start.draft')}</p>
        </Notice>
      )}
      <Buttons>
        <Button kind="primary" onPress={begin}>
          {t('start.do')}
        </Button>
      </Buttons>
    </>
  )
}

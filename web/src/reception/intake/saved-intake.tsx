import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type * as z from 'zod/mini'
import type { PostCode } from '../../../../functions/platform/places.ts'
import type { Language, UrgentFlag } from '../../../../functions/registration/code-lists.ts'
import type { WordPair } from '../../../../functions/registration/remembered-words.ts'
import type { SupportLine } from '../../../../functions/support/support-line.ts'
import { type Config, getConfig } from '../../api/config.ts'
import { t as shared } from '../../i18n/shared-words.ts'
import { Button, ButtonLink, Buttons } from '../../ui/button.tsx'
import { loadedPart } from '../../ui/loaded-part.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { ReceiptSlip } from '../../ui/receipt-slip.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { batchPath, personPath } from '../desk-address.ts'
import { useRecord } from '../kept/use-record.ts'
import { itemWords } from './item-words.ts'
import { WhatNow } from './what-now.tsx'
import { t } from './words.ts'
import { TwoWords } from './words-instead.tsx'

export interface SavedIntake {
  readonly recordId: string
  readonly personId: string
  readonly displayNumber: string
  readonly granted: readonly SupportLine[]
  /** Known once the server has received it. */
  readonly taskCount?: number
  readonly withheldCount?: number
  readonly firstName: string
  /** Taken instead of the slip: then none is shown or printed. */
  readonly words: WordPair | undefined
  /** What was spoken with them: the slip is theirs, not the screen's. */
  readonly language: z.infer<typeof Language>
  readonly inFamily: boolean
  readonly flags: readonly UrgentFlag[]
  /** A child whom nobody has taken custody of. */
  readonly staysHere: boolean
  /** Sends the mark once more, where it did not arrive. */
  readonly sendMark?: () => Promise<boolean>
}

interface SavedIntakeProps {
  readonly saved: SavedIntake
  readonly post: PostCode
  readonly batchId: string
  readonly today: string
  readonly onNextOfFamily: () => void
}

const UnsentMark = loadedPart(async () => (await import('../proof/unsent-mark.tsx')).UnsentMark)

/** Whether the system has it: until then the number is the tablet's own word, which no other tablet can say. */
function HowFar({ recordId }: Pick<SavedIntake, 'recordId'>) {
  const record = useRecord(recordId)
  if (record === undefined) return null
  return (
    <p role="status">
      <StatusBadge tone={record.state === 'received' ? 'green' : 'plain'}>
        {t(record.state === 'received' ? 'saved.received' : 'saved.kept')}
      </StatusBadge>
    </p>
  )
}

/** The slip, or the two words instead, at once, in the language spoken with them, and what each urgent flag asks of the officer. */
export function SavedSlip({ saved, today }: Pick<SavedIntakeProps, 'saved' | 'today'>) {
  const { recordId, displayNumber, granted, firstName, words, flags, staysHere } = saved
  const theirs = saved.language === 'st' ? 'st-LS' : 'en'
  const config = useSignal<Config | undefined>(undefined)
  useEffect(() => {
    // without a network, and without a kept one, the slip is silent about the free number
    void getConfig().then(
      read => {
        config.value = read
      },
      () => undefined,
    )
  }, [])
  return (
    <>
      <HowFar recordId={recordId} />
      {saved.sendMark === undefined ? null : <UnsentMark send={saved.sendMark} />}
      {words === undefined ? (
        <ReceiptSlip
          displayNumber={displayNumber}
          firstName={firstName}
          given={granted.map(({ item, quantity }) => itemWords(item, quantity, today, theirs))}
          language={theirs}
          helpLine={config.value?.helpLine}
        />
      ) : (
        <TwoWords words={words} language={saved.language} />
      )}
      {words === undefined && config.value !== undefined && config.value.helpLine === undefined ? (
        <Notice>
          <p>{t('saved.no-help-line')}</p>
        </Notice>
      ) : null}
      <WhatNow flags={flags} staysHere={staysHere} />
    </>
  )
}

/** The slip, and where to go from here. */
export function SavedIntakePage({ saved, post, batchId, today, onNextOfFamily }: SavedIntakeProps) {
  const { personId, inFamily, taskCount = 0, withheldCount = 0 } = saved
  return (
    <Page title={t('saved.title')} back={batchPath(post, batchId)}>
      <SavedSlip saved={saved} today={today} />
      <Buttons>
        <ButtonLink kind="primary" href={batchPath(post, batchId)}>
          {t('saved.next')}
        </ButtonLink>
        {inFamily ? <Button onPress={onNextOfFamily}>{t('saved.next-family')}</Button> : null}
        {saved.words === undefined ? <Button onPress={() => window.print()}>{shared('action.print')}</Button> : null}
        <ButtonLink href={personPath(post, personId)}>{t('saved.complete')}</ButtonLink>
      </Buttons>
      {taskCount === 0 ? null : <p class="quiet">{t('saved.tasks', { count: taskCount })}</p>}
      {withheldCount === 0 ? null : <p class="quiet">{t('saved.withheld')}</p>}
    </Page>
  )
}

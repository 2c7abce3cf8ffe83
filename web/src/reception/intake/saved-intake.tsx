import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type * as z from 'zod/mini'
import type { IntakeReceipt } from '../../../../functions/intake/contract.ts'
import type { PostCode } from '../../../../functions/platform/places.ts'
import type { Language, UrgentFlag } from '../../../../functions/registration/code-lists.ts'
import { getConfig } from '../../api/config.ts'
import { t as shared } from '../../i18n/shared-words.ts'
import { Button, ButtonLink, Buttons } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { ReceiptSlip } from '../../ui/receipt-slip.tsx'
import { batchPath, personPath } from '../desk-address.ts'
import { itemWords } from './item-words.ts'
import { WhatNow } from './what-now.tsx'
import { t } from './words.ts'

export interface SavedIntake {
  readonly receipt: z.infer<typeof IntakeReceipt>
  readonly firstName: string
  /** What was spoken with them: the slip is theirs, not the screen's. */
  readonly language: z.infer<typeof Language>
  readonly inFamily: boolean
  readonly flags: readonly UrgentFlag[]
  /** A child whom nobody has taken custody of. */
  readonly staysHere: boolean
}

interface SavedIntakeProps {
  readonly saved: SavedIntake
  readonly post: PostCode
  readonly batchId: string
  readonly today: string
  readonly onNextOfFamily: () => void
}

/** The slip, at once, and where to go from here. What is on it comes from the server's receipt, not from the form. */
export function SavedIntakePage({ saved, post, batchId, today, onNextOfFamily }: SavedIntakeProps) {
  const { receipt, firstName, inFamily, flags, staysHere } = saved
  const theirs = saved.language === 'st' ? 'st-LS' : 'en'
  const helpLine = useSignal<string | undefined>(undefined)
  const known = useSignal(false)
  useEffect(() => {
    void getConfig().then(config => {
      helpLine.value = config.helpLine
      known.value = true
    })
  }, [])
  return (
    <Page title={t('saved.title')} back={batchPath(post, batchId)}>
      <ReceiptSlip
        displayNumber={receipt.displayNumber}
        firstName={firstName}
        given={receipt.granted.map(({ item, quantity }) => itemWords(item, quantity, today, theirs))}
        language={theirs}
        helpLine={helpLine.value}
      />
      <WhatNow flags={flags} staysHere={staysHere} />
      <Buttons>
        <ButtonLink kind="primary" href={batchPath(post, batchId)}>
          {t('saved.next')}
        </ButtonLink>
        {inFamily ? <Button onPress={onNextOfFamily}>{t('saved.next-family')}</Button> : null}
        <Button onPress={() => window.print()}>{shared('action.print')}</Button>
        <ButtonLink href={personPath(post, receipt.personId)}>{t('saved.complete')}</ButtonLink>
      </Buttons>
      {receipt.taskCount === 0 ? null : <p class="quiet">{t('saved.tasks', { count: receipt.taskCount })}</p>}
      {receipt.withheldCount === 0 ? null : <p class="quiet">{t('saved.withheld')}</p>}
      {known.value && helpLine.value === undefined ? (
        <Notice>
          <p>{t('saved.no-help-line')}</p>
        </Notice>
      ) : null}
    </Page>
  )
}

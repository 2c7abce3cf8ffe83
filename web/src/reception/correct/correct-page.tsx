import { useEffect, useState } from 'preact/hooks'
import { refusalSentence } from '../../api/any-refusal.ts'
import { correcting, type ToCorrect } from '../../outbox/correction.ts'
import { ButtonLink, Buttons } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { deskPath, usePost } from '../desk-address.ts'
import { t } from '../words.ts'
import { AsItIs } from './as-it-is.tsx'
import { CorrectBatch } from './correct-batch.tsx'
import { CorrectClosing } from './correct-closing.tsx'
import { CorrectCompletion } from './correct-completion.tsx'
import { CorrectConsents } from './correct-consents.tsx'
import { CorrectHeads } from './correct-heads.tsx'
import { CorrectIntake } from './correct-intake.tsx'
import { CorrectList } from './correct-list.tsx'
import { CorrectOutcome } from './correct-outcome.tsx'
import { CorrectTally } from './correct-tally.tsx'

/** Why the server said no, in its own sentence; a word this version does not know is said in general words. */
function Why({ refusal }: Pick<ToCorrect, 'refusal'>) {
  return (
    <Notice kind="look" title={t('correct.why')}>
      <p>{refusalSentence(refusal) ?? t('correct.why.unknown')}</p>
    </Notice>
  )
}

const forms = {
  intake: CorrectIntake,
  batch: CorrectBatch,
  list: CorrectList,
  heads: CorrectHeads,
  tally: CorrectTally,
  outcome: CorrectOutcome,
  closing: CorrectClosing,
  completion: CorrectCompletion,
  consents: CorrectConsents,
} as const
const hasForm = (kind: string): kind is keyof typeof forms => Object.hasOwn(forms, kind)

/** A refused record in its form again, with all that was typed; saved, it goes out under its own id. */
export function CorrectPage() {
  const post = usePost()
  const [record] = useState(() => correcting.peek())
  useEffect(() => {
    correcting.value = undefined
  }, [])
  const Form = record !== undefined && hasForm(record.kind) ? forms[record.kind] : AsItIs
  return (
    <Page title={t('correct.title')} back="/unsent">
      {record === undefined ? (
        <Notice>
          <p>{t('correct.none')}</p>
          <Buttons>
            <ButtonLink href={deskPath(post)}>{t('correct.desk')}</ButtonLink>
          </Buttons>
        </Notice>
      ) : (
        <>
          <Why refusal={record.refusal} />
          <Form record={record} />
        </>
      )}
    </Page>
  )
}

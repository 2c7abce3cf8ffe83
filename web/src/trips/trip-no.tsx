import type { No } from '../api/client.ts'
import { NoNotice } from '../ui/no-notice.tsx'
import { t } from './words.ts'

/** The numbers that a rule is about, as the server named them. */
export function numbersIn(no: No): string[] {
  const named = no.offline ? undefined : no.detail['numbers']
  return Array.isArray(named) ? named.filter(each => typeof each === 'string') : []
}

/** Why something was not done, and whom it is about. */
export function TripNo({ no, onAgain }: { no: No; onAgain?: () => void }) {
  const numbers = numbersIn(no)
  return (
    <>
      <NoNotice no={no} {...(onAgain === undefined ? {} : { onAgain })} />
      {numbers.length === 0 ? null : (
        <p>
          <strong>{t('about.numbers', { numbers: numbers.join(', ') })}</strong>
        </p>
      )}
    </>
  )
}

import type { Language } from '../i18n/language.ts'
import { t } from '../i18n/shared-words.ts'
import { practiceLine } from './frame-line.ts'
import { NumberPicture } from './number-picture.tsx'

interface ReceiptSlipProps {
  /** Of the person, who takes it along. */
  readonly language: Language
  readonly displayNumber: string
  readonly firstName: string
  /** What was given, in words, with its quantity. */
  readonly given: readonly string[]
  /** The free number to call; the slip is silent about it where there is none. */
  readonly helpLine: string | undefined
}

/**
 * What a returnee takes along, on screen or on paper. No surname, post, project, agency, mark, nor any word for
 * having come back: whoever finds it in a pocket learns nothing (domain.md 2.6).
 */
export const ReceiptSlip = ({ displayNumber, firstName, given, helpLine, language }: ReceiptSlipProps) => {
  const PracticeLine = practiceLine.value
  return (
    <article class="slip" lang={language}>
      {PracticeLine === undefined ? null : <PracticeLine language={language} />}
      <p class="slip-name">{firstName}</p>
      <p class="slip-label">{t('slip.number', {}, language)}</p>
      <p class="slip-number">{displayNumber}</p>
      <NumberPicture displayNumber={displayNumber} label={t('slip.qr', {}, language)} />
      {given.length === 0 ? null : (
        <>
          <p class="slip-label">{t('slip.given', {}, language)}</p>
          <ul class="slip-given">
            {given.map(each => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </>
      )}
      {helpLine === undefined ? (
        <p class="slip-free">{t('slip.free', {}, language)}</p>
      ) : (
        <>
          <p class="slip-free">{t('slip.free.complain', {}, language)}</p>
          <p class="slip-label">{t('slip.call', {}, language)}</p>
          <p class="slip-call">{helpLine}</p>
        </>
      )}
    </article>
  )
}

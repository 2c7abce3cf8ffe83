import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { readDisplayNumber } from '../../slips/read-number.ts'
import { Notice } from '../../ui/notice.tsx'
import { Viewfinder } from '../viewfinder.tsx'
import { squareReader } from './read-square.ts'
import { t } from './words.ts'

/** Between two looks: quick to a hand, and a cheap tablet keeps up. */
const lookMilliseconds = 200

interface ScanSlipProps {
  /** The number on a slip that checks out. */
  readonly onFound: (displayNumber: string) => void
}

/** Reads a slip's square, which holds its number and nothing else. Typing the number stays beside it. */
export function ScanSlip({ onFound }: ScanSlipProps) {
  const says = useSignal<'none' | 'not-allowed' | 'not-a-slip' | undefined>(undefined)
  const isLooking = useRef(true)
  useEffect(
    () => () => {
      isLooking.current = false
    },
    [],
  )
  const look = async (video: HTMLVideoElement) => {
    const read = await squareReader()
    while (isLooking.current) {
      const text = await read(video)
      const number = text === undefined ? undefined : readDisplayNumber(text)
      if (isLooking.current && number !== undefined) {
        isLooking.current = false
        return onFound(number)
      }
      if (text !== undefined) says.value = 'not-a-slip'
      await new Promise(resolve => setTimeout(resolve, lookMilliseconds))
    }
  }
  const hasCamera = says.value === undefined || says.value === 'not-a-slip'
  return (
    <div class="stack" aria-live="polite">
      {says.value === undefined ? null : (
        <Notice kind="look">
          <p>{t(says.value)}</p>
        </Notice>
      )}
      {hasCamera ? (
        <Viewfinder
          facing="environment"
          label={t('viewfinder')}
          onReady={video => void look(video)}
          onProblem={why => {
            says.value = why
          }}
        />
      ) : null}
    </div>
  )
}

import type { MaskedTask } from '../../../functions/follow-up/contract.ts'

type Family = MaskedTask['family']

/** A house with a door, a telephone, a counter, a bus: nothing of why (domain.md 5.2). */
const paths: Readonly<Record<Family, string>> = {
  VISIT: 'M5 22 24 7l19 15M10 19v21h28V19M20 40V28h8v12',
  CALL: 'M14 6h5l4 10-5 4c2 5 5 8 10 10l4-5 10 4v5c0 4-3 8-8 8C19 42 6 29 6 14c0-5 4-8 8-8Z',
  OFFICE: 'M9 42V8h20v34M29 18h10v24M5 42h38M16 16h6M16 24h6M16 32h6M34 26v0M34 34v0',
  TRANSPORT: 'M7 34V12c0-2 1-3 3-3h28c2 0 3 1 3 3v22M7 24h34M7 34h34M24 9v15M14 40a3 3 0 1 1 0-6M34 40a3 3 0 1 0 0-6',
}

export const FamilyIcon = ({ family }: { family: Family }) => (
  <svg class="family" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
    <path d={paths[family]} />
  </svg>
)

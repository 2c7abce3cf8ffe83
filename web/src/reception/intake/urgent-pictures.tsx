/** Pictures for the six urgent flags: lines of one weight, drawn by us, that name no illness and show no face. */
import type { UrgentFlag } from '../../../../functions/registration/vulnerability-codes.ts'

const lines: Record<UrgentFlag, string> = {
  // a plain cross in a house
  NURSE_NOW: 'M6 20 20 8l14 12M10 18v15h20V18M20 19v9M15.500 23.500h9',
  // a bottle with a label
  MEDICINE_LEFT: 'M15 6h10v6H15zM13 15c0-2 2-3 2-3h10s2 1 2 3v18H13zM13 20h14v8H13z',
  // a small figure between two lines of a road
  CHILD_ALONE: 'M20 12.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7ZM14 22l6-6 6 6M20 16v9l-4 9M20 25l4 9',
  // a tall figure with a small one on the arm
  PREGNANT_BABY_OR_CANNOT_MANAGE_ALONE:
    'M15 11.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7ZM15 15v11l-4 9M15 26l4 9M15 18l9 4M27 21a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5ZM24 26c3 2 6 1 8-2',
  // a speech bubble behind a door
  WISHES_TO_SPEAK_ALONE: 'M6 34V8h12v26M14.500 21v2M22 10h12v10h-6l-4 4v-4h-2z',
  // a moon over a road that ends
  CANNOT_GET_HOME: 'M25 6a8 8 0 1 0 8 11 9 9 0 0 1-8-11ZM5 34h8M17 34h5M26 34h3',
}

export const UrgentPicture = ({ flag }: { flag: UrgentFlag }) => (
  <svg class="picture" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
    <path d={lines[flag]} />
  </svg>
)

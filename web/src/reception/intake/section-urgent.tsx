import type { Signal } from '@preact/signals'
import { type UrgentFlag, urgentFlags } from '../../../../functions/registration/vulnerability-codes.ts'
import { MultiChoice } from '../../ui/choice.tsx'
import type { SectionProps } from './section-who.tsx'
import { UrgentPicture } from './urgent-pictures.tsx'
import { t } from './words.ts'

/** A flag by its number and its words: the number alone can be said aloud before others (domain.md 2.8). */
export const urgentWords = (flag: UrgentFlag): string => `${urgentFlags.indexOf(flag) + 1}. ${t(`urgent.${flag}`)}`

const withNote = ['CHILD_ALONE', 'PREGNANT_BABY_OR_CANNOT_MANAGE_ALONE', 'WISHES_TO_SPEAK_ALONE'] as const
type WithNote = (typeof withNote)[number]
const hasNote = (flag: UrgentFlag): flag is WithNote => withNote.some(each => each === flag)

export const UrgentFlags = ({ value: chosen }: { value: Signal<readonly UrgentFlag[]> }) => (
  <MultiChoice
    legend={t('urgent.legend')}
    hint={t('urgent.hint')}
    columns={2}
    options={urgentFlags.map(value => ({
      value,
      label: urgentWords(value),
      ...(hasNote(value) ? { note: t(`urgent.${value}.note`) } : {}),
      picture: <UrgentPicture flag={value} />,
    }))}
    value={chosen}
  />
)

export const SectionUrgent = ({ draft }: Pick<SectionProps, 'draft'>) => <UrgentFlags value={draft.urgentFlags} />

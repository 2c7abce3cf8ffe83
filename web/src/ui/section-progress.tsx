import { t } from '../i18n/shared-words.ts'

interface Section {
  readonly name: string
  readonly done: boolean
}

interface SectionProgressProps {
  readonly sections: readonly Section[]
  readonly current: number
  /** Without it the parts are shown, not gone to. */
  readonly onGo?: (section: number) => void
}

/** Where in a form the officer is. Every part can be gone to at any time: people do not answer in order. */
export const SectionProgress = ({ sections, current, onGo }: SectionProgressProps) => (
  <nav class="progress">
    <p class="progress-words">{t('progress.step', { step: current + 1, steps: sections.length })}</p>
    <ol class="progress-parts">
      {sections.map(({ name, done }, index) => (
        <li key={name} class={done ? 'progress-done' : ''}>
          <button
            type="button"
            disabled={onGo === undefined}
            aria-current={index === current ? 'step' : false}
            aria-label={done ? `${name}, ${t('progress.done')}` : name}
            onClick={() => onGo?.(index)}
          >
            <span class="progress-bar" />
            <span class="progress-name">{name}</span>
          </button>
        </li>
      ))}
    </ol>
  </nav>
)

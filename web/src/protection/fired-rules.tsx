import { currentScreeningRules, rulesFor } from '../../../functions/screening/private-screen-rules.ts'
import { inLanguage } from '../i18n/words.ts'
import { t } from './words.ts'

interface FiredRulesProps {
  readonly fired: readonly string[]
  readonly rulesVersion: string
}

/** Every rule that fired, in the words of the version that was asked; one that version no longer tells stands by its name. */
export function FiredRules({ fired, rulesVersion }: FiredRulesProps) {
  const rules = rulesFor(rulesVersion) ?? rulesFor(currentScreeningRules) ?? []
  const sentenceOf = (name: string): string => {
    const rule = rules.find(each => each.name === name)
    return rule === undefined ? name : inLanguage(rule.sentence)
  }
  return (
    <section class="panel">
      <h2>{t('why.title')}</h2>
      {fired.length === 0 ? (
        <p class="quiet">{t('why.none')}</p>
      ) : (
        <ul class="rules">
          {fired.map(name => (
            <li key={name}>{sentenceOf(name)}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

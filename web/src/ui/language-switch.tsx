import { language, languages } from '../i18n/language.ts'
import { t } from '../i18n/shared-words.ts'

/** Each language is named in itself. Pressing one repaints the words; what was typed stays. */
export const LanguageSwitch = () => (
  <fieldset class="switch switch-language">
    <legend class="unseen">{t('app.language')}</legend>
    {languages.map(each => (
      <button
        key={each}
        type="button"
        lang={each}
        aria-pressed={language.value === each}
        onClick={() => {
          language.value = each
        }}
      >
        {t(`app.language.${each}`)}
      </button>
    ))}
  </fieldset>
)

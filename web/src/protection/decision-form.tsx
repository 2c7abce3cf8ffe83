import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { type DecideScreen, type OpenedScreen, protectionRoutes } from '../../../functions/protection/contract.ts'
import { call } from '../api/client.ts'
import { commandMaker } from '../api/command-maker.ts'
import { useCommand } from '../api/use-command.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { TextField } from '../ui/field.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { t } from './words.ts'

type Decision = DecideScreen['decision']
const decisions: readonly Decision[] = ['INTERVIEWED', 'NOT_REACHED', 'DECLINED', 'ROUTE_LIFTED']

/** A person decides, with a reason; here alone may a route be lifted (domain.md 3.6). */
export function DecisionForm({ screen, onDecided }: { screen: OpenedScreen; onDecided: () => void }) {
  const decision = useSignal<Decision | undefined>(undefined)
  const reason = useSignal('')
  const asked = useSignal(false)
  const makeCommand = useMemo(commandMaker, [])
  const { busy, no, send } = useCommand()
  const typed = reason.value.trim()
  const save = () => {
    asked.value = true
    if (decision.value === undefined || typed === '') return
    const { screenId, revision } = screen
    const { id: decisionId, body } = makeCommand({ decision: decision.value, reason: typed, revision })
    void send(() => call(protectionRoutes.decideScreen, { params: { screenId, decisionId }, body }), onDecided)
  }
  return (
    <section class="panel">
      <h2>{t('decide.title')}</h2>
      <Choice
        legend={t('decide.what')}
        options={decisions.map(value => ({
          value,
          label: t(`decision.${value}`),
          note: t(`decision.${value}.note`),
        }))}
        value={decision}
        problem={asked.value && decision.value === undefined ? t('decide.what.problem') : undefined}
      />
      <TextField
        label={t('decide.reason')}
        hint={t('decide.reason.hint')}
        lines={4}
        longest={600}
        value={reason}
        problem={asked.value && typed === '' ? t('decide.reason.problem') : undefined}
      />
      {no.value === undefined ? null : <NoNotice no={no.value} onAgain={save} />}
      <Buttons>
        <Button kind="primary" busy={busy.value} onPress={save}>
          {t('decide.do')}
        </Button>
      </Buttons>
    </section>
  )
}

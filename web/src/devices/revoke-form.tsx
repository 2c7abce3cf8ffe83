import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { devicesRoutes } from '../../../functions/devices/contract.ts'
import { call } from '../api/client.ts'
import { commandMaker } from '../api/command-maker.ts'
import { useCommand } from '../api/use-command.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { t } from './words.ts'

interface RevokeFormProps {
  readonly deviceId: string
  /** As it was read: somebody else's change comes first. */
  readonly revision: number
  readonly onDone: () => void
}

/** In two steps, since nothing takes it back: first what it means, then the reason and the act. */
export function RevokeForm({ deviceId, revision, onDone }: RevokeFormProps) {
  const isOpen = useSignal(false)
  const reason = useSignal('')
  const asked = useSignal(false)
  const makeCommand = useMemo(commandMaker, [])
  const { busy, no, send } = useCommand()
  const typed = reason.value.trim()
  const revoke = () => {
    asked.value = true
    if (typed === '') return
    const { id: revocationId, body } = makeCommand({ revision, reason: typed })
    void send(() => call(devicesRoutes.revokeDevice, { params: { deviceId, revocationId }, body }), onDone)
  }
  return (
    <section class="panel">
      <h2>{t('revoke.title')}</h2>
      <p>{t('revoke.lead')}</p>
      {isOpen.value ? (
        <>
          <p>
            <strong>{t('revoke.final')}</strong>
          </p>
          <TextField
            label={t('revoke.reason')}
            hint={t('revoke.reason.hint')}
            lines={3}
            longest={600}
            value={reason}
            problem={asked.value && typed === '' ? t('revoke.reason.problem') : undefined}
          />
          {no.value === undefined ? null : <NoNotice no={no.value} onAgain={revoke} />}
          <Buttons>
            <Button kind="primary" busy={busy.value} onPress={revoke}>
              {t('revoke.do')}
            </Button>
            <Button
              kind="quiet"
              onPress={() => {
                isOpen.value = false
              }}
            >
              {shared('action.cancel')}
            </Button>
          </Buttons>
        </>
      ) : (
        <Buttons>
          <Button
            onPress={() => {
              isOpen.value = true
            }}
          >
            {t('revoke.begin')}
          </Button>
        </Buttons>
      )}
    </section>
  )
}

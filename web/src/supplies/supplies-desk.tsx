import { useSignal } from '@preact/signals'
import { useRoute } from 'preact-iso'
import { suppliesRoutes } from '../../../functions/supplies/contract.ts'
import { hasDesk, StorePlace } from '../../../functions/supplies/store-place.ts'
import { call } from '../api/client.ts'
import { useAnswer } from '../api/use-answer.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { storeName } from '../i18n/store-name.ts'
import { may } from '../sign-in/may.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { NotHere } from '../ui/not-here.tsx'
import { Page } from '../ui/page.tsx'
import { type Done, doneAfter, Saved } from '../ui/saved.tsx'
import { ComingTable } from './coming-table.tsx'
import { DeskTable } from './desk-table.tsx'
import { DisputesTable } from './disputes-table.tsx'
import { LotsTable } from './lots-table.tsx'
import { type Open, type Opened, OpenForm } from './open-form.tsx'
import type { View } from './said.ts'
import { TabletsTable } from './tablets-table.tsx'
import { Warnings } from './warnings.tsx'
import { t } from './words.ts'
import './supplies.css'

/** One table for each question: what comes, what is here, what the desk has, what is on tablets. */
function Tables({ place, view, open }: { place: StorePlace; view: View; open: Open }) {
  const leases = view.leases.filter(({ state }) => state === 'OPEN')
  return (
    <>
      <Warnings view={view} />
      {view.coming.length === 0 ? null : <ComingTable place={place} coming={view.coming} open={open} />}
      <LotsTable place={place} view={view} open={open} />
      {hasDesk(place) ? (
        <>
          <DeskTable place={place} leases={leases.filter(({ holder }) => holder.kind === 'DESK')} open={open} />
          <TabletsTable place={place} leases={leases.filter(({ holder }) => holder.kind === 'DEVICE')} open={open} />
        </>
      ) : null}
      {view.approval === 'UNAPPROVED' ? <p class="quiet">{t('stock.unapproved')}</p> : null}
    </>
  )
}

function Store({ place }: { place: StorePlace }) {
  const { value, no, ask } = useAnswer(place, () => call(suppliesRoutes.readStore, { params: { place } }))
  const saved = useSignal<Done | undefined>(undefined)
  const opened = useSignal<Opened | undefined>(undefined)
  const open: Open = which => {
    opened.value = which
  }
  // whoever was refused because others moved something sees what they moved
  const close = () => {
    opened.value = undefined
    ask()
  }
  return (
    <>
      {saved.value === undefined ? null : <Saved key={saved.value.turn} sentence={saved.value.sentence} />}
      {value !== undefined && may('stock.receive', place) ? (
        <div class="store-begin">
          <Buttons>
            <Button kind="primary" onPress={() => open({ form: 'receive' })}>
              {t('receive.begin')}
            </Button>
          </Buttons>
        </div>
      ) : null}
      {no === undefined ? null : <NoNotice no={no} title={shared('refused.read')} onAgain={ask} />}
      {value === undefined && no === undefined ? <p class="quiet">{shared('app.loading')}</p> : null}
      {/* asked anew once something was saved */}
      {value !== undefined && hasDesk(place) && may('dispute.decide', place) ? (
        <DisputesTable key={saved.value?.turn ?? 0} place={place} open={open} />
      ) : null}
      {value === undefined ? null : <Tables place={place} view={value} open={open} />}
      {value === undefined || opened.value === undefined ? null : (
        <OpenForm
          place={place}
          opened={opened.value}
          view={value}
          onClose={close}
          onSaved={sentence => {
            saved.value = doneAfter(saved.value, sentence)
            close()
          }}
        />
      )}
    </>
  )
}

/** The store of a post or the centre's: what it holds, what is leased from it, what is coming, and every move of it. */
export function SuppliesDesk() {
  const place = StorePlace.safeParse(useRoute().params['place'])
  if (!place.success || !may('stock.read', place.data)) return <NotHere title={t('desk.wrong-place')} />
  return (
    <Page title={t('desk.title', { place: storeName(place.data) })} back="/" wide>
      <Store key={place.data} place={place.data} />
    </Page>
  )
}

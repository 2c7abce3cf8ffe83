import { tripsRoutes } from '../../../functions/trips/contract.ts'
import type { TripView } from '../../../functions/trips/trip.ts'
import { call } from '../api/client.ts'
import { Button } from '../ui/button.tsx'
import { useMove } from '../ui/move-dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { districtName } from './said.ts'
import { TripNo } from './trip-no.tsx'
import { t } from './words.ts'

type Passenger = TripView['passengers'][number]

/** Of a child also with whom they ride. */
function NameCell({ rider: { firstName, isChild, adult } }: { rider: Passenger }) {
  if (!isChild) return <>{firstName}</>
  return (
    <span class="stack-small">
      {firstName}, {t('rider.child')}
      {adult === undefined ? null : <span class="quiet small">{t('rider.with', { who: adult })}</span>}
    </span>
  )
}

/** Who ruled out who looks is counted, and looked after by somebody else. */
export function HiddenRiders({ trip: { taken, passengers } }: { trip: TripView }) {
  const count = taken - passengers.length
  return count === 0 ? null : <Notice kind="look">{t('riders.hidden', { count })}</Notice>
}

interface RidersProps {
  readonly trip: TripView
  readonly onDone: (sentence: string) => void
}

/** Everybody with a seat. Who leaves it waits again. */
export function Riders({ trip, onDone }: RidersProps) {
  const { makeCommand, send, busy, no } = useMove()
  const { tripId } = trip
  const free = (number: string) => {
    const { id: removalId, body } = makeCommand({ passengers: [number] })
    void send(
      () => call(tripsRoutes.freeSeats, { params: { tripId, removalId }, body }),
      () => onDone(t('free.saved', { number })),
    )
  }
  const columns: Column<Passenger>[] = [
    { heading: t('col.number'), cell: ({ displayNumber }) => <span class="number">{displayNumber}</span> },
    { heading: t('col.name'), cell: rider => <NameCell rider={rider} /> },
    { heading: t('col.to'), cell: ({ district }) => districtName(district) },
  ]
  if (trip.passengers.length > 0)
    columns.push({
      heading: t('col.actions'),
      cell: ({ displayNumber }) => (
        <Button label={`${t('free.do')}: ${displayNumber}`} busy={busy.value} onPress={() => free(displayNumber)}>
          {t('free.do')}
        </Button>
      ),
    })
  return (
    <>
      {no.value === undefined ? null : <TripNo no={no.value} />}
      <Table
        caption={t('riders.title')}
        rowKey={({ displayNumber }) => displayNumber}
        empty={t('riders.none')}
        rows={trip.passengers}
        columns={columns}
      />
      <HiddenRiders trip={trip} />
    </>
  )
}

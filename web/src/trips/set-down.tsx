import type { TripView } from '../../../functions/trips/trip.ts'
import { StatusBadge } from '../ui/status-badge.tsx'
import { Table } from '../ui/table.tsx'
import { districtName } from './said.ts'
import { t } from './words.ts'

/** Of a trip that is over: who got off at their own stop, and who did not. */
export const SetDown = ({ trip: { passengers } }: { trip: TripView }) => (
  <Table
    caption={t('riders.title')}
    rowKey={({ displayNumber }) => displayNumber}
    rows={passengers}
    columns={[
      { heading: t('col.number'), cell: ({ displayNumber }) => <span class="number">{displayNumber}</span> },
      { heading: t('col.name'), cell: ({ firstName }) => firstName },
      { heading: t('col.to'), cell: ({ district }) => districtName(district) },
      {
        heading: t('col.down'),
        cell: ({ setDown }) => (
          <StatusBadge tone={setDown === true ? 'green' : 'sand'}>
            {t(setDown === true ? 'down.yes' : 'down.no')}
          </StatusBadge>
        ),
      },
    ]}
  />
)

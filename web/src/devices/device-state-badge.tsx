import type { DeviceState } from '../../../functions/devices/device-states.ts'
import { StatusBadge } from '../ui/status-badge.tsx'
import { t } from './words.ts'

export const DeviceStateBadge = ({ state }: { state: DeviceState }) => (
  <StatusBadge tone={state === 'ACTIVE' ? 'green' : 'sand'}>{t(`state.${state}`)}</StatusBadge>
)

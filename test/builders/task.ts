import type { NewTask } from '../../functions/follow-up/task-record.ts'
import type { Person } from '../../functions/registration/person-record.ts'
import { anIntake } from './intake.ts'

/** A task of Leribe's livelihood desk: thirty days to draw up a plan. */
export const aTask = (override: Partial<NewTask> = {}): NewTask => ({
  taskId: crypto.randomUUID(),
  type: 'PLAN_DRAFT',
  occurrence: 1,
  place: 'LS-C',
  roles: ['livelihood'],
  family: 'VISIT',
  basis: 'SHARE_DISTRICT',
  raisedAt: '2026-11-20T08:00:00.000Z',
  dueAt: '2026-12-20T08:00:00.000Z',
  displayNumber: 'XV-T1-0001-0',
  council: 'Menkhoaneng',
  returnEventId: crypto.randomUUID(),
  ...override,
})

/** A call within two days by the administrator's office. */
export const aCallTask = (override: Partial<NewTask> = {}): NewTask =>
  aTask({
    type: 'ARRIVED_HOME',
    roles: ['administrator-office'],
    family: 'CALL',
    raisedAt: '2026-11-22T08:00:00.000Z',
    dueAt: '2026-11-24T08:00:00.000Z',
    ...override,
  })

/** As their intake left them: they agreed to their district's help and to be called. */
export const aPerson = (override: Partial<Person> = {}): Person => {
  const { personId, fast, consents } = anIntake()
  return {
    personId,
    fast,
    full: {
      destination: { district: 'LS-C', council: 'Menkhoaneng', village: 'Ha Ramokoatsi', chief: 'Morena Molapo' },
    },
    consents,
    returns: [],
    revision: 1,
    ...override,
  }
}

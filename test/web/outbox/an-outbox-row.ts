import type { OutboxRow } from '../../../web/src/outbox/outbox-row.ts'

export const anOutboxRow = (override: Partial<OutboxRow> = {}): OutboxRow => ({
  recordId: 'record-1',
  deviceId: 'device-1',
  authorId: 'officer-1',
  kind: 'intake',
  sequence: 1,
  savedAt: '2026-11-23T08:00:00.000Z',
  dependsOn: [],
  state: 'waiting',
  bytes: 1_000,
  partsSent: 0,
  keyId: 'key-1',
  attempts: 0,
  nextTryAt: 0,
  withoutPin: false,
  ...override,
})

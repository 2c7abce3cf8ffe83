/** Enrolment, passes and revocation through the whole chain, on a real database, with a tablet's real key pair. */
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { devicesRoutes } from '../../../functions/devices/contract.ts'
import { toBase64 } from '../../../functions/platform/base64.ts'
import { auditOf } from '../../harness/audit-entries.ts'
import { type DeviceFunctions, deviceFunctions, supervisor } from '../../harness/device-functions.ts'
import { aTablet, type Tablet } from '../../harness/tablet.ts'

let desk: DeviceFunctions
beforeAll(async () => {
  desk = await deviceFunctions()
})

const { enrolDevice, openPass, revokeDevice, listDevices, readDevice } = devicesRoutes
const enrol = (
  { deviceId, enrolment }: Tablet,
  override = {},
  by: { officer: string; groups: readonly string[] } = supervisor,
) => desk.ask(enrolDevice, { ...by, params: { deviceId }, body: enrolment(override) })
async function pass(tablet: Tablet, officer = 'officer-1', groups = ['reception@MB'], signedFor = officer) {
  const { passId, ...body } = await tablet.passRequest(signedFor)
  return desk.ask(openPass, { officer, groups, params: { deviceId: tablet.deviceId, passId }, body })
}
const revoke = ({ deviceId }: Tablet, override = {}, revocationId: string = randomUUID()) =>
  desk.ask(revokeDevice, {
    ...supervisor,
    params: { deviceId, revocationId },
    body: { ...revokeDevice.examples.body, ...override },
  })

describe('enrolling', () => {
  it('gives a code and the delivery key, and the same again to a retry', async () => {
    const tablet = await aTablet()
    const first = await enrol(tablet)
    expect(first).toMatchObject({ status: 201, body: { post: 'MB', deliveryKey: { publicKey: desk.deliverySpki } } })
    desk.clock.at = '2026-11-22T10:05:00.000Z'
    expect(await enrol(tablet, { deviceTime: '2031-01-01T00:00:00.000Z' })).toEqual(first)
    expect(await auditOf(desk, tablet.deviceId)).toMatchObject([{ action: 'enrolDevice', officerId: 'supervisor-1' }])
  })

  it('refuses another key or post under the same id', async () => {
    const tablet = await aTablet()
    await enrol(tablet)
    const { publicKey } = await aTablet()
    expect(await enrol(tablet, { publicKey })).toMatchObject({ status: 409, body: { word: 'identifier-reused' } })
  })

  it('takes no key of another kind', async () => {
    const publicKey = toBase64(new Uint8Array(91).fill(7))
    expect(await enrol(await aTablet(), { publicKey })).toMatchObject({
      status: 400,
      body: { word: 'invalid-fields', detail: { fields: [{ path: 'publicKey' }] } },
    })
  })

  it('is for the supervisor of the post, and an administrator anywhere', async () => {
    const tablet = await aTablet()
    const by = (group: string) => enrol(tablet, {}, { officer: 'other', groups: [group] })
    expect(await by('supervisor@FB')).toMatchObject({ status: 404 })
    expect(await by('reception@MB')).toMatchObject({ status: 403 })
    expect(await by('administrator@LS-A')).toMatchObject({ status: 403 })
    expect(await by('administrator@*')).toMatchObject({ status: 201 })
  })

  it('gives no two tablets one code, also where the first ones tried are taken', async () => {
    let asked = 0
    // The first code of each enrolment is one and the same; later ones go their own way.
    const crowded = await deviceFunctions({ pick: below => (asked++ < 9 ? 0 : (asked * 31) % below) })
    const tablets = await Promise.all(Array.from({ length: 6 }, () => aTablet()))
    const codes: string[] = []
    for (const tablet of tablets) {
      asked = 0
      codes.push((await crowded.enrol(tablet)).code)
    }
    expect(new Set(codes).size).toBe(6)
    expect(codes[0]).toBe('222')
  })
})

describe('a pass', () => {
  it('gives the same officer the same share again, and nobody else', async () => {
    const tablet = await aTablet()
    await desk.enrol(tablet)
    const shares = [
      await desk.openPass(tablet, 'officer-1', ['reception@MB']),
      await desk.openPass(tablet, 'officer-1', ['reception@MB']),
      await desk.openPass(tablet, 'officer-2', ['reception@MB']),
    ].map(({ share }) => share)
    expect(shares[1]).toBe(shares[0])
    expect(shares[2]).not.toBe(shares[0])
    const other = await aTablet()
    await desk.enrol(other)
    expect((await desk.openPass(other, 'officer-1', ['reception@MB'])).share).not.toBe(shares[0])
  })

  it('keeps the groups of its day: known ones alone', async () => {
    const tablet = await aTablet()
    await desk.enrol(tablet)
    desk.clock.at = '2026-11-22T12:00:00.000Z'
    const groups = ['reception@MB', 'screening@MB', 'superuser@MB']
    expect(await desk.openPass(tablet, 'officer-1', groups)).toMatchObject({
      groups: ['reception@MB', 'screening@MB'],
      serverTime: '2026-11-22T12:00:00.000Z',
      until: '2026-11-25T12:00:00.000Z',
    })
    expect(await auditOf(desk, tablet.deviceId)).toMatchObject([{ action: 'enrolDevice' }, { action: 'openPass' }])
  })

  it('is one pass however often its request is repeated', async () => {
    const tablet = await aTablet()
    await desk.enrol(tablet)
    const { passId, ...body } = await tablet.passRequest('officer-1')
    const asked = { groups: ['reception@MB'], params: { deviceId: tablet.deviceId, passId }, body }
    const first = await desk.must(openPass, asked)
    desk.clock.at = '2026-11-22T13:00:00.000Z'
    expect(await desk.must(openPass, asked)).toEqual({ ...first, serverTime: '2026-11-22T13:00:00.000Z' })
    expect((await auditOf(desk, tablet.deviceId)).filter(({ action }) => action === 'openPass')).toHaveLength(1)
  })

  it('is refused where the device did not ask for it, or for another officer', async () => {
    const [tablet, other] = [await aTablet(), await aTablet()]
    await desk.enrol(tablet)
    const invalid = { status: 422, body: { word: 'signature-invalid' } }
    expect(await pass({ ...other, deviceId: tablet.deviceId })).toMatchObject(invalid)
    expect(await pass(tablet, 'officer-1', ['reception@MB'], 'officer-2')).toMatchObject(invalid)
  })

  it('is not there at another post, as on a tablet nobody knows', async () => {
    const tablet = await aTablet()
    await desk.enrol(tablet)
    const [hidden, absent] = [await pass(tablet, 'officer-1', ['reception@FB']), await pass(await aTablet())]
    expect(hidden).toMatchObject({ status: 404, body: { word: 'device-unknown' } })
    expect(hidden).toEqual(absent)
  })
})

describe('revoking', () => {
  it('ends all passes: none is opened again', async () => {
    const tablet = await aTablet()
    await desk.enrol(tablet)
    expect((await pass(tablet)).status).toBe(201)
    expect(await revoke(tablet)).toMatchObject({ status: 201 })
    expect(await pass(tablet)).toMatchObject({ status: 409, body: { word: 'device-revoked' } })
  })

  it('is one revocation however often it is repeated, and says to the next that there was one', async () => {
    const tablet = await aTablet()
    await desk.enrol(tablet)
    const id = randomUUID()
    const first = await revoke(tablet, {}, id)
    desk.clock.at = '2026-11-22T14:00:00.000Z'
    expect(await revoke(tablet, {}, id)).toEqual(first)
    expect(await revoke(tablet)).toMatchObject({ status: 409, body: { word: 'device-revoked' } })
    const entries = (await auditOf(desk, tablet.deviceId)).filter(({ action }) => action === 'revokeDevice')
    expect(entries).toHaveLength(1)
  })

  it('is refused to who saw another revision, and then changes nothing', async () => {
    const tablet = await aTablet()
    await desk.enrol(tablet)
    expect(await revoke(tablet, { revision: 7 })).toMatchObject({ status: 409, body: { word: 'revision-stale' } })
    expect((await pass(tablet)).status).toBe(201)
  })

  it('of two at once leaves one', async () => {
    const tablet = await aTablet()
    await desk.enrol(tablet)
    const statuses = (await Promise.all([revoke(tablet), revoke(tablet), revoke(tablet)])).map(({ status }) => status)
    expect(statuses.sort()).toEqual([201, 409, 409])
  })
})

it('shows a supervisor the tablets of the post, and of each who last held a pass', async () => {
  const here = await deviceFunctions()
  const [first, second] = [await aTablet(), await aTablet()]
  await here.enrol(first)
  here.clock.at = '2026-11-22T11:00:00.000Z'
  await here.enrol(second)
  await here.openPass(first, 'officer-1', ['reception@MB'])
  await here.openPass(first, 'officer-2', ['supplies@MB'])
  await here.revoke(first)
  const { devices } = await here.must(listDevices, { ...supervisor, query: { post: 'MB' } })
  expect(devices.map(({ deviceId, state }) => [deviceId, state])).toEqual([
    [second.deviceId, 'ACTIVE'],
    [first.deviceId, 'REVOKED'],
  ])
  const view = await here.must(readDevice, { ...supervisor, params: { deviceId: first.deviceId } })
  expect(view).toMatchObject({
    revokedBecause: 'Left in the bus',
    passes: [{ officerId: 'officer-1' }, { officerId: 'officer-2' }],
  })
  expect(JSON.stringify(view)).not.toContain('share')
  expect(await auditOf(here, first.deviceId)).toContainEqual(expect.objectContaining({ action: 'readDevice' }))
  expect(await here.ask(listDevices, { ...supervisor, query: { post: 'FB' } })).toMatchObject({ status: 404 })
})

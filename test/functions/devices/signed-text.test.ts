import { expect, it } from 'vitest'
import { isSignedBy, passText, readDeviceKey, recordText, signText } from '../../../functions/devices/signed-text.ts'
import { toBase64 } from '../../../functions/platform/base64.ts'

const pass = { deviceId: 'd', passId: 'p', officerId: 'o', deviceTime: '2026-11-22T08:00:00.000Z' }
const record = { deviceId: 'd', recordId: 'r', authorId: 'o', capturedAt: '2026-11-22T08:00:00.000Z', command: '{}' }

async function aDevice() {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
  const spki = toBase64(new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)))
  const key = await readDeviceKey(spki)
  if (key === undefined) throw new Error('no key')
  return { privateKey: pair.privateKey, key }
}

it('knows the signature of the device and of no other', async () => {
  const [own, other] = [await aDevice(), await aDevice()]
  const signature = await signText(own.privateKey, passText(pass))
  expect(await isSignedBy(own.key, passText(pass), signature)).toBe(true)
  expect(await isSignedBy(other.key, passText(pass), signature)).toBe(false)
  for (const name of ['deviceId', 'passId', 'officerId', 'deviceTime'] as const)
    expect([name, await isSignedBy(own.key, passText({ ...pass, [name]: 'x' }), signature)]).toEqual([name, false])
})

it('binds a record to its device, id, author, time and every letter of its command', async () => {
  const { privateKey, key } = await aDevice()
  const signature = await signText(privateKey, recordText(record))
  expect(await isSignedBy(key, recordText(record), signature)).toBe(true)
  for (const name of ['deviceId', 'recordId', 'authorId', 'capturedAt', 'command'] as const)
    expect([name, await isSignedBy(key, recordText({ ...record, [name]: '{ }' }), signature)]).toEqual([name, false])
})

it('writes no two requests alike, however the values are cut', () => {
  expect(passText({ ...pass, deviceId: 'd","p', passId: '' })).not.toBe(
    passText({ ...pass, deviceId: 'd', passId: 'p' }),
  )
  const all = { ...pass, ...record }
  expect(passText(all)).not.toBe(recordText(all))
})

it('takes no other kind of key for that of a device', async () => {
  const rsa = { name: 'RSA-OAEP', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' }
  const ofOtherKinds = [
    await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-384' }, true, ['sign', 'verify']),
    await crypto.subtle.generateKey(rsa, true, ['encrypt', 'decrypt']),
  ]
  for (const { publicKey } of ofOtherKinds) {
    const spki = toBase64(new Uint8Array(await crypto.subtle.exportKey('spki', publicKey)))
    expect(await readDeviceKey(spki)).toBeUndefined()
  }
  expect(await readDeviceKey('AAAA')).toBeUndefined()
})

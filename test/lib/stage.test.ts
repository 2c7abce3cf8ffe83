/** What must be said before a stage can stand. */
import { describe, expect, it } from 'vitest'
import { stageNamed, stages, webAddressOf } from '../../lib/stage.ts'

describe('a stage', () => {
  it('is one of three, and another name is answered with them', () => {
    expect(stageNamed('live').name).toBe('live')
    expect(() => stageNamed('production')).toThrow('no stage production: choose one of dev, staging, live')
  })

  it('is not deployed for officers before somebody says where its desks are opened', () => {
    expect(() => webAddressOf(stages.live)).toThrow('where are the desks of live opened?')
    expect(webAddressOf({ ...stages.live, webAddress: 'https://d1.cloudfront.net' })).toBe('https://d1.cloudfront.net')
  })

  it('is opened under its own name where it has one', () => {
    const webDomain = { name: 'kamohelo.example', certificateArn: 'arn:aws:acm:us-east-1:000000000000:certificate/one' }
    expect(webAddressOf({ ...stages.live, webAddress: 'https://d1.cloudfront.net', webDomain })).toBe(
      'https://kamohelo.example',
    )
  })

  it('keeps the audit for seven years where it is live, under a lock that nobody shortens', () => {
    expect(stages.live.archive.lock).toBe('compliance')
    expect(stages.live.archive.retentionDays).toBeGreaterThanOrEqual(7 * 365)
    expect(stages.dev.archive.lock).toBe('governance')
  })
})

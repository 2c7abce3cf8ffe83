import { describe, expect, it } from 'vitest'
import {
  currentNotice,
  noticeLanguageFor,
  noticeLanguages,
  noticeText,
  sceneIds,
  spokenNotices,
} from '../../../functions/registration/spoken-notice.ts'
import { textVersionOf } from '../../../web/src/consents/text-version.ts'
import { Recordings, recordingOf } from '../../../web/src/notice/recordings.ts'
import { harmfulIn } from '../harmful-words.ts'

describe('the spoken notice', () => {
  it('says every scene, once, in each language', () => {
    for (const { scenes } of spokenNotices) {
      expect(scenes.map(({ id }) => id).sort()).toEqual([...sceneIds].sort())
      for (const { id, text } of scenes)
        for (const language of noticeLanguages)
          expect([id, language, text[language].length > 10]).toEqual([id, language, true])
    }
  })

  it('says no harmful word', () => {
    for (const language of noticeLanguages) expect(harmfulIn(noticeText(currentNotice, language))).toEqual([])
  })

  it('never changes once it was heard: a new wording is a new version', async () => {
    const hashes = await Promise.all(
      spokenNotices.flatMap(notice => noticeLanguages.map(language => textVersionOf(noticeText(notice, language)))),
    )
    expect(hashes.map(hash => hash.slice(0, 16))).toEqual(['bdda72f0dc08bf54', 'ba2f68466fdee89c', '60bbddad6a05f843'])
  })

  it('is told in English to who hears none of its languages', () => {
    expect(['st', 'xh', 'en', 'zu', 'fr'].map(noticeLanguageFor)).toEqual(['st', 'xh', 'en', 'en', 'en'])
  })
})

describe('recordings', () => {
  const manifest = Recordings.parse({
    recordings: [{ language: 'st', scene: 'welcome', noticeVersion: 1, file: 'st/welcome.ogg' }],
  })

  it('are played in the language, scene and version they were spoken in alone', () => {
    const welcome = { language: 'st', scene: 'welcome', version: 1 } as const
    expect(recordingOf(manifest, welcome)).toBe('st/welcome.ogg')
    expect(recordingOf(manifest, { ...welcome, version: 2 })).toBeUndefined()
    expect(recordingOf(manifest, { ...welcome, language: 'xh' })).toBeUndefined()
    expect(recordingOf(manifest, { ...welcome, scene: 'free' })).toBeUndefined()
  })

  it('come from the folder of the notice and nowhere else', () => {
    const entry = { language: 'st', scene: 'welcome', noticeVersion: 1 }
    for (const file of ['../config.json', 'https://elsewhere.example/a.ogg', 'st/a/b.ogg', 'st/welcome.svg'])
      expect(Recordings.safeParse({ recordings: [{ ...entry, file }] }).success).toBe(false)
  })
})

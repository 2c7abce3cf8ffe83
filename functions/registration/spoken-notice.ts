/**
 * The spoken notice as versioned data. A version never changes once somebody has heard it: consents name the text they
 * were asked after by its hash, and a new wording is a new version.
 */
import type { TranslationReview } from '../platform/local-text.ts'
import { spokenNotice1 } from './spoken-notice-1.ts'

/** ISO 639: Sesotho first, then English; isiXhosa is spoken in the south (domain.md 8.5). */
export const noticeLanguages = ['st', 'en', 'xh'] as const
export type NoticeLanguage = (typeof noticeLanguages)[number]

export const sceneIds = [
  'welcome',
  'free',
  'record',
  'choice',
  'counts',
  'nurse',
  'child',
  'alone',
  'slip',
  'questions',
] as const
export type SceneId = (typeof sceneIds)[number]

/** One picture, one thing said. */
export interface Scene {
  readonly id: SceneId
  readonly text: Readonly<Record<NoticeLanguage, string>>
}

export interface SpokenNotice {
  readonly version: number
  readonly reviews: Readonly<Record<NoticeLanguage, TranslationReview | 'OWN_WORDING'>>
  readonly scenes: readonly Scene[]
}

/** Every version ever heard; the last one is today's. */
export const spokenNotices: readonly [SpokenNotice, ...SpokenNotice[]] = [spokenNotice1]

export const currentNotice: SpokenNotice = spokenNotices.at(-1) ?? spokenNotices[0]

/** Who hears none of the three is told the English one by an interpreter. */
export const noticeLanguageFor = (language: string): NoticeLanguage =>
  noticeLanguages.find(each => each === language) ?? 'en'

/** The whole notice as it is said in a language: what its hash is taken of. */
export const noticeText = (notice: SpokenNotice, language: NoticeLanguage): string =>
  notice.scenes.map(({ text }) => text[language]).join('\n')

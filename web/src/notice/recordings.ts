/**
 * Recordings of the notice that this deployment has: files that somebody spoke, named by a manifest. One of another
 * version of the text is not played: people would hear what their consent does not name.
 */
import * as z from 'zod/mini'
import {
  type NoticeLanguage,
  noticeLanguages,
  type SceneId,
  sceneIds,
} from '../../../functions/registration/spoken-notice.ts'

export const Recordings = z.object({
  recordings: z.array(
    z.object({
      language: z.enum(noticeLanguages),
      scene: z.enum(sceneIds),
      noticeVersion: z.int(),
      /** Beside the manifest, in the folder of its language: `st/welcome.ogg`. */
      file: z.string().check(z.regex(/^(st|en|xh)\/[a-z0-9-]+\.(ogg|opus|mp3|m4a)$/)),
    }),
  ),
})
export type Recordings = z.infer<typeof Recordings>

const folder = '/notice/'

/** Nothing where the deployment brought none, or what it brought cannot be read. */
export async function readRecordings(): Promise<Recordings> {
  const none = { recordings: [] }
  try {
    const response = await fetch(`${folder}manifest.json`)
    const parsed = Recordings.safeParse(response.ok ? await response.json() : undefined)
    return parsed.success ? parsed.data : none
  } catch {
    return none
  }
}

/** The file of a scene in this version and language; undefined where nobody has spoken it yet. */
export const recordingOf = (
  { recordings }: Recordings,
  wanted: { language: NoticeLanguage; scene: SceneId; version: number },
): string | undefined =>
  recordings.find(
    ({ language, scene, noticeVersion }) =>
      language === wanted.language && scene === wanted.scene && noticeVersion === wanted.version,
  )?.file

/** The sound itself, which a device without a network has kept; undefined where it is not there. */
export async function fetchRecording(file: string): Promise<Blob | undefined> {
  try {
    const response = await fetch(`${folder}${file}`)
    return response.ok ? await response.blob() : undefined
  } catch {
    return undefined
  }
}

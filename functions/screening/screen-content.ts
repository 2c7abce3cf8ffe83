/**
 * What a private screen holds before it is sealed. Only the tablet that made it and the protection zone ever see it.
 * A tablet offline for long may send an older shape: `readScreenContent` lifts it to today's.
 */
import * as z from 'zod/mini'
import { ContactChannel } from '../registration/code-lists.ts'
import { observationCodes, screenAnswers, screenItemIds } from './instruments.ts'
import { screenRoutes, screenRuleNames } from './private-screen-rules.ts'

export const careStatuses = ['ACCOMPANIED', 'SEPARATED', 'UNACCOMPANIED', 'WITH_UNRELATED_ADULT'] as const

const text = (maximum: number) => z.string().check(z.minLength(1), z.maxLength(maximum))

export const ScreenContent = z
  .strictObject({
    contentVersion: z.literal(1),
    screenId: z.uuid(),
    /** Absent when the screen came before the registration: then a number or a ticket finds the person. */
    returnEventId: z.optional(z.uuid()),
    displayNumber: z.optional(text(20)),
    queueTicket: z.optional(text(20)),
    instrument: z.strictObject({ id: z.literal('PRIVATE_SCREEN'), version: z.int().check(z.positive()) }),
    /** The day from which the rules hold that made the suggestion. */
    rulesVersion: z.iso.date(),
    isMinor: z.boolean(),
    /** Only for a child. `handedTo`: the officer, or the office, that came for the child. */
    child: z.optional(z.strictObject({ careStatus: z.enum(careStatuses), handedTo: z.optional(text(60)) })),
    placeIsPrivate: z.boolean(),
    asksToSpeak: z.boolean(),
    answers: z.partialRecord(z.enum(screenItemIds), z.enum(screenAnswers)),
    observations: z.array(z.enum(observationCodes)).check(z.maxLength(observationCodes.length)),
    suggestion: z.strictObject({
      route: z.enum(screenRoutes),
      fired: z.array(z.enum(screenRuleNames)).check(z.maxLength(screenRuleNames.length)),
      dangerOrder: z.optional(z.int().check(z.positive())),
    }),
    decision: z.strictObject({
      route: z.enum(screenRoutes),
      reason: z.optional(text(400)),
      declined: z.boolean(),
      officerId: text(64),
    }),
    safeContact: z.optional(
      z.strictObject({ place: z.optional(text(200)), channel: ContactChannel, reachedBy: z.optional(text(60)) }),
    ),
    interviewersOnDuty: z.int().check(z.nonnegative(), z.maximum(99)),
    /** The tablet's clock, UTC. */
    askedAt: z.iso.datetime(),
  })
  .check(
    z.refine(
      content => [content.returnEventId, content.displayNumber, content.queueTicket].some(id => id !== undefined),
      { error: 'a screen names its return event, display number or queue ticket' },
    ),
    z.refine(content => content.isMinor || content.child === undefined, {
      error: 'child facts belong to a child only',
    }),
  )
export type ScreenContent = z.infer<typeof ScreenContent>

export const currentContentVersion = 1
export type ContentUpcasts = Readonly<Record<number, (content: Record<string, unknown>) => Record<string, unknown>>>
/** `screenContentUpcasts[n]` lifts version n to n + 1. Version 1 is the first: there is nothing to lift yet. */
export const screenContentUpcasts: ContentUpcasts = {}

const Versioned = z.looseObject({ contentVersion: z.int().check(z.positive()) })

/** Lifts content step by step to `toVersion`; undefined when it is newer, or a step that it needs is gone. */
export function liftContent(
  content: Record<string, unknown>,
  toVersion: number,
  upcasts: ContentUpcasts,
): Record<string, unknown> | undefined {
  const parsed = Versioned.safeParse(content)
  if (!parsed.success || parsed.data.contentVersion > toVersion) return undefined
  let lifted: Record<string, unknown> = content
  for (let version = parsed.data.contentVersion; version < toVersion; version += 1) {
    const upcast = upcasts[version]
    if (upcast === undefined) return undefined
    lifted = { ...upcast(lifted), contentVersion: version + 1 }
  }
  return lifted
}

const JsonObject = z.record(z.string(), z.unknown())

/** Undefined when the value is no screen that this version can read. */
export function readScreenContent(value: unknown): ScreenContent | undefined {
  const object = JsonObject.safeParse(value)
  if (!object.success) return undefined
  const lifted = liftContent(object.data, currentContentVersion, screenContentUpcasts)
  const content = ScreenContent.safeParse(lifted)
  return content.success ? content.data : undefined
}

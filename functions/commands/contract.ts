/**
 * Many commands at once (design.md 5): what a tablet kept while it had no network.
 * Each is answered as if it had been sent alone to its own route, and is judged by that route's permission.
 */
import * as z from 'zod/mini'
import { Id, noParams, noQuery } from '../platform/fields.ts'
import { route } from '../platform/route.ts'
import { RecordedCommand } from './sealed-record.ts'

export const Command = z.strictObject({
  /** The id of this entry in the tablet's outbox. */
  commandId: Id,
  ...RecordedCommand.shape,
  /** Entries of this very request that must have been stored first. */
  dependsOn: z.array(Id).check(z.maxLength(50)),
})
export type Command = z.infer<typeof Command>

export const SendCommands = z.strictObject({ commands: z.array(Command).check(z.minLength(1), z.maxLength(50)) })
export type SendCommands = z.infer<typeof SendCommands>

export const CommandAnswer = z.strictObject({
  commandId: Id,
  status: z.int(),
  /** The route's own answer, or problem JSON. */
  body: z.unknown(),
})
export type CommandAnswer = z.infer<typeof CommandAnswer>

const commandId = '0193a3a0-0000-7000-8000-000000000061'

export const commandsRoutes = {
  sendCommands: route({
    name: 'sendCommands',
    method: 'POST',
    path: '/v1/commands',
    summary: 'Up to 50 commands in one request, answered one by one',
    permission: 'commands.send',
    recording: 'none',
    params: noParams,
    query: noQuery,
    body: SendCommands,
    /** 256 kB packed by gzip; unpacked by us. */
    maxPackedBytes: 262_144,
    maxBodyBytes: 2_000_000,
    response: z.strictObject({ answers: z.array(CommandAnswer) }),
    refusals: ['command-unknown', 'waits-for-refused'],
    examples: {
      body: {
        commands: [
          {
            commandId,
            method: 'PUT',
            path: '/v1/batches/0193a3a0-0000-7000-8000-000000000001',
            body: {},
            dependsOn: [],
          },
        ],
      },
      response: { answers: [{ commandId, status: 200, body: {} }] },
    },
  }),
} as const

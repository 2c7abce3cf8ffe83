import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { readEnvironment } from '../platform/environment.ts'
import { dayBookStore } from './day-book-store.ts'
import { keepDayBook } from './keep-day-book.ts'

const environment = readEnvironment(z.object({ LEDGER_TABLE: z.string() }))

export const handler = keepDayBook(dayBookStore(new DynamoDBClient({}), environment.LEDGER_TABLE))

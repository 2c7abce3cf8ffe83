import { expect, it } from 'vitest'
import { referenceRoutes } from '../../../functions/reference/contract.ts'
import { handler } from '../../../functions/reference/handler.ts'
import { anHttpEvent, answerOf } from '../../builders/http-event.ts'

it('gives the document to anybody, whole', async () => {
  const { status, body } = await answerOf(handler, anHttpEvent({ route: referenceRoutes.readOpenApi }))
  expect(status).toBe(200)
  expect(body).toMatchObject({ openapi: '3.1.0', info: { title: 'Kamohelo' } })
  expect(Object.keys(Object(body['paths']))).toContain('/v1/intakes/{intakeId}')
})

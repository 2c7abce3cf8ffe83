/** Promises about what is deployed (design.md 2). They share one synthesis, so they are one file to vitest. */
import { afterAll } from 'vitest'
import { removeSynthesis } from './synthesis.ts'
import './promises/sealed-zone.ts'
import './promises/device-keys.ts'
import './promises/least-privilege.ts'
import './promises/routes.ts'
import './promises/stateful.ts'
import './promises/delivery.ts'
import './promises/operations.ts'
import './promises/desks.ts'
import './promises/sign-in.ts'
import './promises/lake-table.ts'

afterAll(removeSynthesis)

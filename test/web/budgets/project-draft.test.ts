import { expect, it } from 'vitest'
import { OpenProject } from '../../../functions/budgets/shapes.ts'
import {
  emptyLine,
  emptyProject,
  endProblem,
  lineCodeProblem,
  readProject,
} from '../../../web/src/budgets/project-draft.ts'

function aLine(code: string, sensitive: boolean) {
  const line = emptyLine(1)
  line.code.value = code
  line.title.value = 'Arrival grants'
  line.sensitive.value = sensitive
  return line
}

function aDraft() {
  const draft = emptyProject()
  draft.code.value = ' jp-21 '
  draft.donor.value = 'Joint programme'
  for (const [date, year] of [
    [draft.starts, '2026'],
    [draft.ends, '2027'],
  ] as const) {
    date.day.value = '1'
    date.month.value = '3'
    date.year.value = year
  }
  draft.lines.value = [aLine('cash', false), aLine('1', true)]
  return draft
}

it('asks no code of a sensitive line', () => {
  expect(lineCodeProblem(aLine('', true), [])).toBeUndefined()
  expect(lineCodeProblem(aLine('cash', false), [aLine('cash', true)])).toBeUndefined()
})

it('refuses a code that cannot be, that is for sensitive lines, or that another line has', () => {
  expect(lineCodeProblem(aLine('room', false), [])).toBeUndefined()
  for (const wrong of ['', 'A B', '-A', 'É', 'ABCDEFGHIJKLMNOPQ'])
    expect(lineCodeProblem(aLine(wrong, false), [])).toBe('code')
  expect(lineCodeProblem(aLine('general-vot', false), [])).toBe('masked')
  expect(lineCodeProblem(aLine('cash', false), [aLine('CASH', false)])).toBe('twice')
})

it('reads what the server takes', () => {
  const read = readProject(aDraft())
  expect(read?.projectCode).toBe('JP-21')
  const told = { versions: { contract: 1, rules: '2026-11-01' }, deviceTime: '2026-11-22T08:00:00.000Z' }
  expect(OpenProject.parse({ ...read?.content, ...told }).lines).toEqual([
    { lineCode: 'CASH', title: 'Arrival grants', sensitive: false },
    { title: 'Arrival grants', sensitive: true },
  ])
})

it('reads nothing where something is missing', () => {
  const without = (miss: (draft: ReturnType<typeof aDraft>) => void) => {
    const draft = aDraft()
    miss(draft)
    return readProject(draft)
  }
  expect(without(draft => (draft.donor.value = ' '))).toBeUndefined()
  expect(without(draft => (draft.starts.day.value = ''))).toBeUndefined()
  expect(without(draft => (draft.lines.value = [...draft.lines.value, emptyLine(3)]))).toBeUndefined()
  expect(
    without(draft => {
      for (const line of draft.lines.value) line.sensitive.value = undefined
    }),
  ).toBeUndefined()
})

it('says that a project ends before it begins', () => {
  const draft = aDraft()
  expect(endProblem(draft)).toBeUndefined()
  draft.ends.year.value = '2025'
  expect(endProblem(draft)).toBe('before-start')
  draft.ends.month.value = '13'
  expect(endProblem(draft)).toBe('date')
})

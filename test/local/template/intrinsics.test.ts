import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readAssembly } from '../../../local/template/assembly.ts'
import { createResolver } from '../../../local/template/intrinsics.ts'

const folder = mkdtempSync(join(tmpdir(), 'kamohelo-assembly-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const write = (file: string, value: object): void => writeFileSync(join(folder, file), JSON.stringify(value))
const stack = (templateFile: string) => ({
  type: 'aws:cloudformation:stack',
  environment: 'aws://unknown-account/af-south-1',
  properties: { templateFile },
})
write('manifest.json', { artifacts: { Data: stack('data.json'), Api: stack('api.json') } })
write('data.json', {
  Parameters: { Version: { Type: 'String', Default: '/boot/21' } },
  Resources: {
    Table: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'ledger' } },
    Bus: {
      Type: 'AWS::Events::EventBus',
      Properties: { Name: { 'Fn::Join': ['-', ['bus', { Ref: 'AWS::Region' }]] } },
    },
    Odd: { Type: 'AWS::Nobody::Knows' },
  },
  Outputs: {
    Arn: { Value: { 'Fn::GetAtt': ['Table', 'Arn'] }, Export: { Name: { 'Fn::Sub': `\${AWS::StackName}-Arn` } } },
  },
})
write('api.json', { Resources: {} })

const resolver = createResolver(await readAssembly(folder))
const arn = 'arn:aws:dynamodb:af-south-1:000000000000:table/ledger'

it.each<[string, unknown, unknown]>([
  ['Ref of a resource', { Ref: 'Table' }, 'ledger'],
  ['Ref of a parameter', { Ref: 'Version' }, '/boot/21'],
  ['Ref of where it stands', { Ref: 'AWS::Region' }, 'af-south-1'],
  ['an attribute', { 'Fn::GetAtt': ['Table', 'Arn'] }, arn],
  ['an attribute in one text', { 'Fn::GetAtt': 'Table.Arn' }, arn],
  ['a name that is itself put together', { Ref: 'Bus' }, 'bus-af-south-1'],
  ['a join', { 'Fn::Join': ['', [{ Ref: 'Table' }, '/index/*']] }, 'ledger/index/*'],
  [
    'a part of a split',
    { 'Fn::Select': [5, { 'Fn::Split': [':', { 'Fn::GetAtt': ['Table', 'Arn'] }] }] },
    'table/ledger',
  ],
  ['a substitution', { 'Fn::Sub': `x-\${Table}-\${Table.Arn}-\${!Literal}` }, `x-ledger-${arn}-\${Literal}`],
  ['a substitution with names', { 'Fn::Sub': [`\${a}/\${Table}`, { a: { Ref: 'AWS::Partition' } }] }, 'aws/ledger'],
  ['nothing', { a: { Ref: 'AWS::NoValue' }, b: [{ Ref: 'AWS::NoValue' }, 1] }, { b: [1] }],
  ['what is inside', { a: [{ b: { Ref: 'Table' } }] }, { a: [{ b: 'ledger' }] }],
])('resolves %s', (_name, value, resolved) => {
  expect(resolver.resolve(value, 'Data')).toEqual(resolved)
})

it('resolves what another stack exports', () => {
  expect(resolver.resolve({ 'Fn::ImportValue': 'Data-Arn' }, 'Api')).toBe(arn)
})

it.each([
  ['an export nobody makes', { 'Fn::ImportValue': 'Data-Nothing' }],
  ['a resource that is not there', { Ref: 'Nothing' }],
  ['an attribute nobody can know', { 'Fn::GetAtt': ['Table', 'Colour'] }],
  ['a kind of resource without names here', { Ref: 'Odd' }],
  ['an intrinsic function it does not know', { 'Fn::Cidr': ['10.0.0.0/8'] }],
])('faults, instead of guessing, on %s', (_name, value) => {
  expect(() => resolver.resolve(value, 'Data')).toThrow()
})

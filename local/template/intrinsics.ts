/** Resolves a template's intrinsic functions to what a deployed stack would see, exports of other stacks included. */
import { uuidOf } from '../uuid-of.ts'
import type { Assembly, Resource, Stack } from './assembly.ts'
import { type Identity, identify } from './identity.ts'

export interface Resolver {
  /** Every intrinsic function inside `value`, written in a template of that stack, replaced. Faults on what it can't know. */
  resolve(value: unknown, stack: string): unknown
  /** All properties of a resource, resolved. */
  properties(resource: Resource): Record<string, unknown>
  identity(resource: Resource): Identity
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const absent = Symbol('AWS::NoValue')

export function createResolver(assembly: Assembly): Resolver {
  const stacks = new Map(assembly.stacks.map(stack => [stack.name, stack]))
  const exported = new Map<string, { value: unknown; stack: Stack }>()
  const identities = new Map<Resource, Identity>()

  function identity(resource: Resource): Identity {
    const found = identities.get(resource)
    if (found !== undefined) return found
    const stack = getStack(resource.stack)
    const named = (property: string): string | undefined => {
      const value = resource.properties[property]
      return value === undefined ? undefined : text(walk(value, stack), property)
    }
    const made = identify(resource, stack, named)
    if (made === undefined) throw new Error(`the local host gives no names to ${resource.type} (${resource.logicalId})`)
    identities.set(resource, made)
    return made
  }

  function getStack(name: string): Stack {
    const stack = stacks.get(name)
    if (stack === undefined) throw new Error(`no stack ${name}`)
    return stack
  }

  function pseudoParameter(name: string, stack: Stack): unknown {
    switch (name) {
      case 'AWS::AccountId':
        return stack.account
      case 'AWS::Region':
        return stack.region
      case 'AWS::Partition':
        return 'aws'
      case 'AWS::URLSuffix':
        return 'amazonaws.com'
      case 'AWS::StackName':
        return stack.name
      case 'AWS::StackId':
        return `arn:aws:cloudformation:${stack.region}:${stack.account}:stack/${stack.name}/${uuidOf(stack.name)}`
      case 'AWS::NoValue':
        return absent
      default:
        return undefined
    }
  }

  function reference(name: string, stack: Stack): unknown {
    const pseudo = pseudoParameter(name, stack)
    if (pseudo !== undefined) return pseudo
    const resource = stack.resources.get(name)
    if (resource !== undefined) return identity(resource).ref
    if (stack.parameters.has(name)) return stack.parameters.get(name)
    throw new Error(`${stack.name} refers to ${name}, which it does not hold`)
  }

  function attribute(logicalId: string, name: string, stack: Stack): string {
    const resource = stack.resources.get(logicalId)
    const value = resource === undefined ? undefined : identity(resource).attributes[name]
    if (value === undefined)
      throw new Error(`${stack.name} asks for ${logicalId}.${name}, which the local host cannot know`)
    return value
  }

  function imported(name: string): unknown {
    if (exported.size === 0)
      for (const stack of assembly.stacks)
        for (const output of stack.exports)
          exported.set(text(walk(output.name, stack), 'Export'), { value: output.value, stack })
    const found = exported.get(name)
    if (found === undefined) throw new Error(`no stack exports ${name}`)
    return walk(found.value, found.stack)
  }

  function substitute(argument: unknown, stack: Stack): string {
    const [template, names] = Array.isArray(argument) ? argument : [argument, {}]
    const given: unknown = walk(names, stack)
    return text(template, 'Fn::Sub').replace(/\$\{(!?)([^}]+)\}/g, (whole, literal: string, name: string) => {
      if (literal === '!') return whole.replace('!', '')
      if (isRecord(given) && name in given) return text(given[name], name)
      const [logicalId = '', ...path] = name.split('.')
      return text(path.length > 0 ? attribute(logicalId, path.join('.'), stack) : reference(name, stack), name)
    })
  }

  function attributeAddress(argument: unknown): [string, string] {
    const [logicalId, ...path] = Array.isArray(argument) ? argument : text(argument, 'Fn::GetAtt').split('.')
    return [text(logicalId, 'Fn::GetAtt'), path.map(part => text(part, 'Fn::GetAtt')).join('.')]
  }

  function intrinsic(name: string, argument: unknown, stack: Stack): unknown {
    switch (name) {
      case 'Ref':
        return reference(text(argument, 'Ref'), stack)
      case 'Fn::GetAtt':
        return attribute(...attributeAddress(argument), stack)
      case 'Fn::ImportValue':
        return imported(text(walk(argument, stack), name))
      case 'Fn::Sub':
        return substitute(argument, stack)
      case 'Fn::Base64':
        return Buffer.from(text(walk(argument, stack), name)).toString('base64')
      case 'Fn::Join': {
        const [separator, parts] = list(argument, name)
        return list(walk(parts, stack), name)
          .map(part => text(part, name))
          .join(text(separator, name))
      }
      case 'Fn::Split': {
        const [separator, whole] = list(argument, name)
        return text(walk(whole, stack), name).split(text(separator, name))
      }
      case 'Fn::Select': {
        const [index, choices] = list(walk(argument, stack), name)
        return list(choices, name)[Number(index)]
      }
      default:
        throw new Error(`the local host does not know ${name} (${stack.name})`)
    }
  }

  function walk(value: unknown, stack: Stack): unknown {
    if (Array.isArray(value)) return value.map(item => walk(item, stack)).filter(item => item !== absent)
    if (!isRecord(value)) return value
    const entries = Object.entries(value)
    const [first] = entries
    if (first !== undefined && entries.length === 1 && (first[0] === 'Ref' || first[0].startsWith('Fn::')))
      return intrinsic(first[0], first[1], stack)
    return Object.fromEntries(
      entries.map(([name, item]) => [name, walk(item, stack)]).filter(([, item]) => item !== absent),
    )
  }

  return {
    resolve: (value, stack) => walk(value, getStack(stack)),
    identity,
    properties(resource) {
      const resolved = walk(resource.properties, getStack(resource.stack))
      return isRecord(resolved) ? resolved : {}
    },
  }
}

function text(value: unknown, where: string): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw new Error(`${where}: expected text, found ${JSON.stringify(value)}`)
}

function list(value: unknown, where: string): unknown[] {
  if (Array.isArray(value)) return value
  throw new Error(`${where}: expected a list, found ${JSON.stringify(value)}`)
}

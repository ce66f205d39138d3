import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { may, parsePermissions } from '../../../../shared/permissions/permissions.ts'

describe('parsePermissions', () => {
  it('sorts known strings and keeps every other one as it came', () => {
    const odd = [
      '',
      '',
      'api-key:endpoint:',
      'api-key:model:grok-*',
      'API-KEY:model:*',
      ' api-key:model:*',
      'x',
      'team:a:b',
    ]
    expect(
      parsePermissions(['api-key:endpoint:chat', ...odd, 'api-key:model:grok-4', 'api-key:model:grok-4']),
    ).toEqual({ endpoints: ['chat'], models: ['grok-4'], unrecognised: odd })
  })

  it('keeps what is not even text', () => {
    expect(parsePermissions([null, 7, undefined, { a: 1 }, 1n]).unrecognised).toEqual([
      'null',
      '7',
      'undefined',
      '{"a":1}',
      '[object BigInt]',
    ])
  })
})

describe('any list of access strings', () => {
  it('parses, and every one of them is either understood or kept as it came', () => {
    const acl = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('api-key:endpoint:chat', 'api-key:model:*'),
    )
    fc.assert(
      fc.property(fc.array(acl), (acls) => {
        const { endpoints, models, unrecognised } = parsePermissions(acls)
        for (const text of acls) {
          const understood =
            endpoints.some((name) => text === `api-key:endpoint:${name}`) ||
            models.some((name) => text === `api-key:model:${name}`)
          expect(understood).toBe(!unrecognised.includes(text))
        }
      }),
    )
  })

  it('parses whatever it is made of', () => {
    fc.assert(
      fc.property(fc.array(fc.anything()), (acls) => {
        const { unrecognised } = parsePermissions(acls)
        expect(unrecognised.every((text) => typeof text === 'string')).toBe(true)
      }),
    )
  })
})

describe('may', () => {
  it.each([
    [['api-key:endpoint:*', 'api-key:model:*'], 'chat', 'grok-4', 'allowed'],
    [['api-key:endpoint:chat', 'api-key:model:grok-4'], 'chat', 'grok-4', 'allowed'],
    // Alias and dated id are one model (reference 3).
    [['api-key:endpoint:chat', 'api-key:model:grok-4'], 'chat', ['grok-4-0709', 'grok-4'], 'allowed'],
    [['api-key:endpoint:chat', 'api-key:model:grok-4'], 'chat', 'grok-4-0709', 'no-model'],
    [['api-key:endpoint:chat', 'api-key:model:grok-4'], 'tokenize', 'grok-4', 'no-endpoint'],
    [['api-key:endpoint:chat', 'api-key:model:grok-4'], 'image', 'grok-2-image', 'neither'],
    [['api-key:endpoint:*'], 'chat', 'grok-4', 'no-model'],
    [['api-key:model:*'], 'chat', 'grok-4', 'no-endpoint'],
    [[], 'chat', 'grok-4', 'neither'],
    [['api-key:endpoint:*', 'api-key:model:*'], 'chat', [], 'no-model'],
    [['api-key:endpoint:*', 'api-key:model:*'], '', '', 'neither'],
    [['api-key:endpoint:models', 'api-key:model:grok-4'], 'models', undefined, 'allowed'],
    [['api-key:endpoint:models'], 'models', undefined, 'no-model'],
    [['api-key:model:*'], 'models', null, 'no-endpoint'],
  ])('with %j for %s and %j is %s', (acls, endpoint, model, reason) => {
    expect(may(parsePermissions(acls), endpoint, model)).toEqual({ allowed: reason === 'allowed', reason })
  })

  it('never says yes without both kinds of access, whatever the strings are', () => {
    const name = fc.constantFrom('chat', 'models', 'grok-4', 'grok-*', '*', '')
    const acl = fc.oneof(
      fc
        .tuple(fc.constantFrom('api-key', 'team'), fc.constantFrom('endpoint', 'model', ''), name)
        .map((parts) => parts.join(':')),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(acl), name, fc.option(name, { nil: undefined }), (acls, endpoint, model) => {
        const { allowed } = may(parsePermissions(acls), endpoint, model)
        const has = (kind: string, value: string | undefined) =>
          acls.some((one) =>
            value === undefined
              ? /^api-key:model:[^*\s:]+$|^api-key:model:\*$/.test(one)
              : one === `api-key:${kind}:${value}`,
          )
        const both =
          (has('endpoint', '*') || has('endpoint', endpoint)) && (has('model', '*') || has('model', model))
        if (allowed) expect(both).toBe(true)
      }),
    )
  })
})

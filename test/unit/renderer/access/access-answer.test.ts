import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accessOf } from '../../../../renderer/app/access/access-answer.ts'
import { sampleKeyFacts } from '../../../support/fake-rpc.ts'

const chatOnly = ['api-key:endpoint:chat', 'api-key:model:grok-3']

describe('what a page says of a permission', () => {
  it('is unknown before the key was read', () => {
    expect(accessOf(null)('chat', 'grok-3')).toEqual({ kind: 'unknown' })
  })

  it.each([
    ['chat', ['grok-3'], 'allowed'],
    ['chat', ['grok-3-beta', 'grok-3'], 'allowed'],
    ['tokenize', ['grok-3'], 'no-endpoint'],
    ['chat', ['grok-4'], 'no-model'],
    ['tokenize', ['grok-4'], 'neither'],
  ])('%s with %j: %s', (endpoint, names, wanted) => {
    const answer = accessOf(sampleKeyFacts({ acls: chatOnly }))(endpoint, names)
    expect(answer.kind === 'refused' ? answer.reason : answer.kind).toBe(wanted)
  })

  it('leads to the cell of the grid', () => {
    const answer = accessOf(sampleKeyFacts({ acls: chatOnly }))('chat', ['grok-4', 'grok-4-latest'])
    expect(answer).toMatchObject({ address: '/api-key?endpoint=chat&model=grok-4' })
    expect(accessOf(sampleKeyFacts({ acls: [] }))('models')).toMatchObject({
      address: '/api-key?endpoint=models',
    })
  })

  it.each([
    [{ apiKeyDisabled: true }, 'models', 'key-disabled'],
    [{ apiKeyBlocked: true }, 'tokenize', 'key-blocked'],
    [{ teamBlocked: true }, 'chat', 'team-blocked'],
    [{ teamBlocked: true }, 'models', 'allowed'],
    [{ teamBlocked: null, apiKeyBlocked: null, apiKeyDisabled: null }, 'chat', 'allowed'],
  ])('knows what stops the whole key: %j', (flags, endpoint, wanted) => {
    const answer = accessOf(sampleKeyFacts(flags))(endpoint, 'grok-3')
    expect(answer.kind === 'refused' ? answer.reason : answer.kind).toBe(wanted)
  })

  it('never allows anything without both kinds of access string', () => {
    const part = fc.constantFrom('chat', 'models', 'grok-3', '*', '')
    const acl = fc.oneof(
      fc.tuple(fc.constantFrom('endpoint', 'model'), part).map(([kind, value]) => `api-key:${kind}:${value}`),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(acl), part, part, (acls, endpoint, model) => {
        const answer = accessOf(sampleKeyFacts({ acls }))(endpoint, model)
        const has = (kind: string) => acls.some((one) => one.startsWith(`api-key:${kind}:`))
        if (answer.kind === 'allowed') expect([has('endpoint'), has('model')]).toEqual([true, true])
      }),
    )
  })
})

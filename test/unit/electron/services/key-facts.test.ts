import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createKeyFactsService } from '../../../../electron/services/key-facts.ts'
import { failureOf } from '../../../../shared/contract/failure.ts'
import { KeyFacts } from '../../../../shared/contract/key-facts.ts'
import { manualTime } from '../../../support/ports/manual-time.ts'
import { sampleTarget } from '../../../support/ports/sample-target.ts'
import { type ScriptedAnswer, scriptedWire } from '../../../support/ports/scripted-wire.ts'
import { failureFrom } from '../../../support/service-failure.ts'

const target = sampleTarget()

function inspect(answer: ScriptedAnswer): Promise<KeyFacts> {
  const wire = scriptedWire({
    '/v1/api-key': answer,
    '/v1/me': { failure: failureOf('model-not-found', { status: 404 }) },
  })
  const { clock } = manualTime(1_790_000_000_000)
  return createKeyFactsService({ wire, connection: { target: async () => target }, clock }).inspectKey()
}

const nothingKnown = {
  redactedApiKey: null,
  name: null,
  userId: null,
  teamId: null,
  apiKeyId: null,
  createTime: null,
  modifyTime: null,
  modifiedBy: null,
  acls: [],
  aclsTold: false,
  teamBlocked: null,
  apiKeyBlocked: null,
  apiKeyDisabled: null,
  zdrStatus: null,
  oauthClientId: null,
  me: 'absent',
  refused: null,
  further: [],
  readAt: 1_790_000_000_000,
  demo: false,
}

describe('the facts of a key', () => {
  it('are read whole (reference 3)', async () => {
    const body = {
      redacted_api_key: 'xai-...q7Lm',
      user_id: 'u-1',
      name: 'Ünicode — “Büro”',
      create_time: '2026-02-03T04:05:06.123456Z',
      modify_time: '2026-03-04T05:06:07.654321Z',
      modified_by: 'u-2',
      team_id: 't-1',
      acls: ['api-key:model:*', 'api-key:endpoint:chat', 'something:new', ''],
      api_key_id: 'k-1',
      team_blocked: false,
      api_key_blocked: true,
      api_key_disabled: false,
      remaining_balance: 12,
    }
    expect(await inspect({ body })).toEqual({
      redactedApiKey: 'xai-...q7Lm',
      name: 'Ünicode — “Büro”',
      userId: 'u-1',
      teamId: 't-1',
      apiKeyId: 'k-1',
      createTime: '2026-02-03T04:05:06.123456Z',
      modifyTime: '2026-03-04T05:06:07.654321Z',
      modifiedBy: 'u-2',
      acls: ['api-key:model:*', 'api-key:endpoint:chat', 'something:new', ''],
      aclsTold: true,
      teamBlocked: false,
      apiKeyBlocked: true,
      apiKeyDisabled: false,
      zdrStatus: null,
      oauthClientId: null,
      me: 'absent',
      refused: null,
      further: [{ from: 'api-key', name: 'remaining_balance', value: '12' }],
      readAt: 1_790_000_000_000,
      demo: false,
    })
  })

  it('that are missing or of another type are unknown, and cost only themselves', async () => {
    const body = { name: 'kept', team_id: 7, team_blocked: 'no', acls: ['a', 1, null, 'b'] }
    expect(await inspect({ body })).toEqual({
      ...nothingKnown,
      name: 'kept',
      acls: ['a', 'b'],
      aclsTold: true,
    })
  })

  it.each([[null], ['<html>'], [[]], [{}], [{ error: 'x' }], [42]])(
    'are not made up from %j',
    async (body) => {
      expect((await failureFrom(() => inspect({ body }))).code).toBe('malformed-answer')
    },
  )

  it('end in the failure of the wire', async () => {
    const failure = failureOf('wrong-key', { status: 400 })
    expect(await failureFrom(() => inspect({ failure }))).toEqual(failure)
  })

  it('fit the contract whatever an object with a name holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), async (extra) => {
        const facts = await inspect({ body: { ...extra, name: 'n' } })
        expect(KeyFacts.parse(facts)).toEqual(facts)
      }),
      { numRuns: 100 },
    )
  })
})

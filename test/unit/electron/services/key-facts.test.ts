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

const noMe: ScriptedAnswer = { failure: failureOf('model-not-found', { status: 404 }) }

function inspect(answer: ScriptedAnswer, me = noMe): Promise<KeyFacts> {
  const wire = scriptedWire({
    '/v1/api-key': answer,
    '/v1/me': me,
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

describe('what /v1/me adds', () => {
  const apiKey = { body: { name: 'kept', acls: ['api-key:model:*'], api_key_blocked: false } }

  it('is the data retention, and what the other answer left out', async () => {
    const me = {
      user_id: 'u-9',
      team_id: 't-9',
      zdr_status: 'pii_scrubbing',
      team_blocked: true,
      api_key: { redacted_api_key: 'xai-...b14o', api_key_id: 'k-9', blocked: true, disabled: false },
      region: 'eu',
    }
    expect(await inspect(apiKey, { body: me })).toMatchObject({
      ...{ name: 'kept', userId: 'u-9', teamId: 't-9', apiKeyId: 'k-9', redactedApiKey: 'xai-...b14o' },
      ...{ zdrStatus: 'pii_scrubbing', teamBlocked: true, apiKeyDisabled: false },
      // What /v1/api-key says of the key itself goes before.
      apiKeyBlocked: false,
      me: 'read',
      further: [{ from: 'me', name: 'region', value: '"eu"' }],
    })
  })

  it('is whose token it is when it is no key', async () => {
    const me = { body: { user_id: 'u-9', oauth: { client_id: 'app-1' } } }
    expect(await inspect(apiKey, me)).toMatchObject({ oauthClientId: 'app-1', me: 'read' })
  })

  it.each([
    { failure: failureOf('route-not-found', { status: 404 }), me: 'absent' },
    { failure: failureOf('unavailable', { status: 503 }), me: 'failed' },
    { failure: failureOf('timed-out', { phase: 'headers' }), me: 'failed' },
  ])('is not missed: $failure.code is no error', async ({ failure, me }) => {
    expect(await inspect(apiKey, { failure })).toMatchObject({ name: 'kept', me, zdrStatus: null })
  })

  it('explains a key whose own answer is refused, and does not make up its access', async () => {
    const refused = failureOf('key-disabled', { status: 403 })
    const me = { body: { api_key: { redacted_api_key: 'xai-...b14o', disabled: true } } }
    expect(await inspect({ failure: refused }, me)).toMatchObject({
      refused,
      apiKeyDisabled: true,
      redactedApiKey: 'xai-...b14o',
      acls: [],
      aclsTold: false,
    })
  })

  it('cannot hold megabytes: texts and access strings are cut', async () => {
    const long = 'x'.repeat(1_000_000)
    const acls = Array.from({ length: 5_000 }, () => long.slice(0, 10_000))
    const facts = await inspect({ body: { name: long, acls, [long]: long } })
    expect(JSON.stringify(facts).length).toBeLessThan(2_000 * 4_200 + 20_000)
    expect(facts.further[0]?.name).toHaveLength(100)
  })
})

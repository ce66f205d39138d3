import { describe, expect, it } from 'vitest'
import { createStreamChat } from '../../../../electron/xai/stream-chat.ts'
import { Protocol } from '../../../../shared/chat/protocol.ts'
import { endpointOf } from '../../../../shared/permissions/endpoint-of.ts'
import { demoTarget } from '../../../support/ports/sample-target.ts'
import { demoPerTest } from '../demo/demo-per-test.ts'
import { asking } from './chat-under-test.ts'
import { failureIn, portsFor } from './wire-under-test.ts'

const start = demoPerTest()
const model = 'grok-4.20-non-reasoning'

/** The code of the failure that a key with these endpoints gets, or `null` when it is answered. */
async function refusal(protocol: Protocol, endpoints: readonly string[]): Promise<string | null> {
  const acls = ['api-key:model:*', ...endpoints.map((name) => `api-key:endpoint:${name}`)]
  const api = await start({ keyState: { acls } })
  const target = demoTarget({ baseUrl: api.baseUrl, key: api.key })
  const request = { ...asking(model, 'Hello'), protocol, signal: new AbortController().signal }
  try {
    for await (const _part of createStreamChat(portsFor())(target, request));
    return null
  } catch (error) {
    return failureIn(error).code
  }
}

describe('the endpoint that a key needs', () => {
  it.each(Protocol.options.filter((protocol) => endpointOf(protocol) !== null))(
    'for %s is exactly the one of the table',
    async (protocol) => {
      const needed = endpointOf(protocol) ?? ''
      expect(await refusal(protocol, [needed])).toBeNull()
      const others = ['chat', 'sample', 'models', 'tokenize'].filter((name) => name !== needed)
      expect(await refusal(protocol, others)).toBe('not-permitted')
    },
  )

  it('is none for Segmind, whose keys have no access strings', () => {
    expect(endpointOf('segmind')).toBeNull()
  })
})

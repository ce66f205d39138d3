import { describe, expect, it } from 'vitest'
import type { Turn } from '../../../../shared/chat/content.ts'
import type { ChatParameters } from '../../../../shared/chat/parameters.ts'
import { Protocol } from '../../../../shared/chat/protocol.ts'
import { requestBody, unsupportedContent } from '../../../../shared/chat/request-body.ts'

const say = (role: Turn['role'], text: string): Turn => ({ role, parts: [{ kind: 'text', text }] })
const picture = { kind: 'image', type: 'image/png', base64: 'aGVsbG8=', detail: 'low' } as const
const call = { kind: 'tool-call', id: 'call_1', name: 'weather', arguments: '{"city":"Bern"}' } as const
const result = { kind: 'tool-result', callId: 'call_1', text: '12 °C' } as const

const conversation: Turn[] = [
  say('system', 'Be brief.'),
  { role: 'user', parts: [{ kind: 'text', text: 'Look:' }, picture, { kind: 'text', text: 'Well?' }] },
  { role: 'assistant', parts: [{ kind: 'text', text: 'I ask.' }, call] },
  { role: 'tool', parts: [result] },
  say('user', 'And now?'),
]

const bodyOf = (protocol: Protocol, turns: Turn[], parameters: ChatParameters = {}, stream = false) =>
  requestBody({ protocol, model: 'grok-x', turns, parameters }, stream)

describe('requestBody', () => {
  it('gives chat completions images in their place, calls, and results as turns of the tool', () => {
    expect(bodyOf('chat', conversation)).toEqual({
      model: 'grok-x',
      messages: [
        { role: 'system', content: 'Be brief.' },
        {
          role: 'user',
          content: [
            { type: 'text', text: 'Look:' },
            { type: 'image_url', image_url: { url: 'data:image/png;base64,aGVsbG8=', detail: 'low' } },
            { type: 'text', text: 'Well?' },
          ],
        },
        {
          role: 'assistant',
          content: 'I ask.',
          tool_calls: [
            {
              id: 'call_1',
              type: 'function',
              function: { name: 'weather', arguments: '{"city":"Bern"}' },
            },
          ],
        },
        { role: 'tool', tool_call_id: 'call_1', content: '12 °C' },
        { role: 'user', content: 'And now?' },
      ],
    })
  })

  it('gives Responses items', () => {
    expect(bodyOf('responses', conversation)).toEqual({
      model: 'grok-x',
      input: [
        { role: 'system', content: 'Be brief.' },
        {
          role: 'user',
          content: [
            { type: 'input_text', text: 'Look:' },
            { type: 'input_image', image_url: 'data:image/png;base64,aGVsbG8=', detail: 'low' },
            { type: 'input_text', text: 'Well?' },
          ],
        },
        { role: 'assistant', content: 'I ask.' },
        { type: 'function_call', call_id: 'call_1', name: 'weather', arguments: '{"city":"Bern"}' },
        { type: 'function_call_output', call_id: 'call_1', output: '12 °C' },
        { role: 'user', content: 'And now?' },
      ],
    })
  })

  it('gives Messages system apart, blocks, and the limit that it demands', () => {
    expect(bodyOf('messages', conversation)).toEqual({
      model: 'grok-x',
      max_tokens: 4_096,
      system: 'Be brief.',
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'Look:' },
            { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'aGVsbG8=' } },
            { type: 'text', text: 'Well?' },
          ],
        },
        {
          role: 'assistant',
          content: [
            { type: 'text', text: 'I ask.' },
            { type: 'tool_use', id: 'call_1', name: 'weather', input: { city: 'Bern' } },
          ],
        },
        {
          role: 'user',
          content: [{ type: 'tool_result', tool_use_id: 'call_1', content: '12 °C' }],
        },
        { role: 'user', content: 'And now?' },
      ],
    })
  })

  it('keeps arguments that are no object readable in the form that demands one', () => {
    const odd: Turn = { role: 'assistant', parts: [{ ...call, arguments: '{"city":' }] }
    expect(bodyOf('messages', [odd])).toMatchObject({
      messages: [{ content: [{ type: 'tool_use', input: { unreadable: '{"city":' } }] }],
    })
  })

  it('gives completions one text as it is, and a conversation as a transcript', () => {
    expect(bodyOf('completions', [say('user', '1, 2, ')])).toEqual({ model: 'grok-x', prompt: '1, 2, ' })
    const prompt = 'System: Be brief.\n\nUser: Hi\n\nAssistant:'
    expect(bodyOf('completions', [say('system', 'Be brief.'), say('user', 'Hi')])).toMatchObject({ prompt })
  })

  it('gives the oldest form its transcript', () => {
    const turns = [say('user', 'Hi'), say('assistant', 'Yes?'), say('user', 'Bye')]
    expect(bodyOf('complete', turns)).toEqual({
      model: 'grok-x',
      max_tokens_to_sample: 4_096,
      prompt: '\n\nHuman: Hi\n\nAssistant: Yes?\n\nHuman: Bye\n\nAssistant:',
    })
  })

  it('gives Segmind messages and nothing else, whatever is set', () => {
    expect(bodyOf('segmind', [say('user', 'Hi')], { temperature: 1 }, true)).toEqual({
      messages: [{ role: 'user', content: 'Hi' }],
    })
  })

  it('marks a deferred request and never asks it to stream', () => {
    expect(bodyOf('deferred', [say('user', 'Hi')], {}, true)).toEqual({
      model: 'grok-x',
      messages: [{ role: 'user', content: 'Hi' }],
      deferred: true,
    })
  })

  it.each([
    ['chat', { stream: true, stream_options: { include_usage: true } }],
    ['completions', { stream: true, stream_options: { include_usage: true } }],
    ['responses', { stream: true }],
    ['messages', { stream: true }],
    ['complete', { stream: true }],
  ] as const)('asks %s for a stream with usage', (protocol, fields) => {
    const plain = bodyOf(protocol, [say('user', 'Hi')])
    expect(bodyOf(protocol, [say('user', 'Hi')], {}, true)).toEqual({ ...plain, ...fields })
  })
})

describe('unsupportedContent', () => {
  it('tells what a text-only protocol has no form for', () => {
    const told = Protocol.options.map((protocol) => [protocol, unsupportedContent(protocol, conversation)])
    const all = ['image', 'tool-call', 'tool-result']
    expect(Object.fromEntries(told)).toEqual({
      ...{ chat: [], responses: [], messages: [], deferred: [] },
      ...{ completions: all, complete: all, segmind: all },
    })
  })
})

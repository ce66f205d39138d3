import { describe, expect, it } from 'vitest'
import { createEntrySplitter } from '../../../../shared/ledger/entry-splitter.ts'
import type { ImportContext } from '../../../../shared/ledger/import-entry.ts'
import { formatOf, readEntry } from '../../../../shared/ledger/read-entry.ts'
import { sampleRates } from '../../../support/ledger-rows.ts'

const context: ImportContext = {
  textId: () => 'of-the-text',
  utcOffset: () => 60,
  ratesOf: (model) => (model === 'grok-4' ? sampleRates : null),
}

const usage = {
  ...{ prompt_tokens: 100, completion_tokens: 20, total_tokens: 125 },
  prompt_tokens_details: { cached_tokens: 40 },
  completion_tokens_details: { reasoning_tokens: 5 },
}
const answer = { id: 'x-1', object: 'chat.completion', created: 1_790_000_000, model: 'grok-4', usage }
const spendLog = {
  ...{
    request_id: 'chatcmpl-9',
    call_type: 'acompletion',
    api_key: '88dc28d0f030c55ed4ab77ed8faf098196cb1c05',
  },
  ...{ model: 'xai/grok-4', model_group: 'grok', spend: 0.00011765, total_tokens: 125, prompt_tokens: 100 },
  ...{ completion_tokens: 25, startTime: '2026-09-30 10:00:00', endTime: '2026-09-30T10:00:02.500Z' },
  ...{ completionStartTime: '2026-09-30T10:00:00.400000+00:00', status: 'success' },
  metadata: JSON.stringify({ usage_object: usage }),
}

function read(entry: unknown) {
  const format = formatOf(entry)
  if (format === null) return null
  const result = readEntry(format, entry, context)
  return result.kind === 'row' ? { format, ...result.row } : result
}

describe('logs of other programs', () => {
  it('with the bill of the API are final', () => {
    expect(read({ ...answer, usage: { ...usage, cost_in_usd_ticks: 5_850_000 } })).toMatchObject({
      ...{
        format: 'openai-usage',
        id: 'openai-usage/x-1',
        state: 'final',
        spent: 5_850_000n,
        complete: true,
      },
      ...{ at: 1_790_000_000_000, askedModel: 'grok-4', usage: { promptTokens: 100, reasoningTokens: 5 } },
    })
  })

  it('without one are priced today, and marked so; of an unlisted model they are unknown', () => {
    expect(read(answer)).toMatchObject({ state: 'estimated', method: 'priced-at-import', spent: 5_850_000n })
    expect(read({ ...answer, model: 'other' })).toMatchObject({
      state: 'unknown',
      spent: 0n,
      complete: false,
    })
  })

  it('may be lines without an id, responses, or the output of a batch', () => {
    expect(read({ timestamp: '2026-09-30T10:00:00Z', model: 'grok-4', usage })).toMatchObject({
      id: 'openai-usage/of-the-text',
    })
    const body = {
      ...answer,
      object: 'response',
      usage: { input_tokens: 10, output_tokens: 7, output_tokens_details: { reasoning_tokens: 3 } },
    }
    expect(read({ custom_id: 'c', response: { status_code: 200, body } })).toMatchObject({
      ...{ protocol: 'responses', usage: { promptTokens: 10, billedOutputTokens: 7, answerTokens: 4 } },
    })
  })

  it('are read in the form of their counts, whatever they say they are', () => {
    const line = { timestamp: '2026-09-30T10:00:00Z', model: 'grok-4' }
    const output_tokens_details = { reasoning_tokens: 3 }
    expect(
      read({ ...line, usage: { input_tokens: 10, output_tokens: 7, output_tokens_details } }),
    ).toMatchObject({ protocol: 'responses', usage: { billedOutputTokens: 7, answerTokens: 4 } })
    const cached = { input_tokens: 9, cache_read_input_tokens: 100, output_tokens: 10 }
    for (const type of ['message', undefined]) {
      expect(read({ ...line, type, usage: cached })).toMatchObject({
        ...{ protocol: 'messages', usage: { promptTokens: 109, cachedTokens: 100, billedOutputTokens: 10 } },
      })
    }
  })

  it('of LiteLLM without a number do not cost zero', () => {
    for (const spend of ['', '  ', null])
      expect(read({ ...spendLog, spend })).toMatchObject({ state: 'unknown', spent: 0n, complete: false })
  })

  it('of LiteLLM are estimates, without the key', () => {
    const row = read(spendLog)
    expect(row).toMatchObject({
      ...{
        format: 'litellm-spend',
        id: 'litellm-spend/chatcmpl-9',
        state: 'estimated',
        method: 'told-by-import',
      },
      ...{ spent: 1_176_500n, askedModel: 'grok', servedModel: 'grok-4', key: '...1c05' },
      ...{ firstTokenMs: 400, durationMs: 2500, usage: { cachedTokens: 40 } },
    })
    expect(JSON.stringify(row, (_, value) => String(value))).not.toContain('88dc28d0')
  })

  it.each([
    ['no model', { ...answer, model: undefined }, { kind: 'refused', reason: 'no-model' }],
    ['no time', { ...answer, created: 'yesterday' }, { kind: 'refused', reason: 'no-time' }],
    ['no usage', { ...answer, usage: null }, { kind: 'refused', reason: 'no-usage' }],
    ['negative spend', { ...spendLog, spend: -1 }, { kind: 'refused', reason: 'bad-number' }],
    ['endless spend', { ...spendLog, spend: '1e300' }, { kind: 'refused', reason: 'bad-number' }],
    ['no start', { ...spendLog, startTime: '' }, { kind: 'refused', reason: 'no-time' }],
    ['something else', { hello: 'world' }, null],
    ['an array', [1], null],
  ])('with %s are refused', (_what, entry, result) => {
    expect(read(entry)).toEqual(result)
  })
})

describe('an entry that nests deeper than any stack', () => {
  const deep: unknown = JSON.parse(`${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`)

  it('is refused like any other that is no request', () => {
    expect(formatOf(deep)).toBeNull()
    expect(readEntry('tokenbook', deep, context)).toEqual({ kind: 'refused', reason: 'not-a-request' })
    expect(readEntry('openai-usage', deep, context)).toEqual({ kind: 'refused', reason: 'no-model' })
  })

  it('is read all the same where only a field that nobody needs is so deep', () => {
    expect(read({ ...answer, usage: { ...usage, odd: deep } })).toMatchObject({ spent: 5_850_000n })
  })
})

describe('the pieces of a file', () => {
  const objects = [{ a: '}{"' }, { b: { c: ['[', '\\"'] } }, { d: 'é😀' }]
  const files = {
    lines: objects.map((object) => JSON.stringify(object)).join('\n'),
    'lines with CR LF, a mark and gaps': `\ufeff${objects.map((object) => JSON.stringify(object)).join('\r\n\r\n')}\r\n`,
    array: JSON.stringify(objects, null, 2),
    'array on one line': JSON.stringify(objects),
  }

  it.each(Object.entries(files))('%s: give the same entries wherever they are cut', (_name, file) => {
    for (let size = 1; size < file.length; size += 1) {
      const splitter = createEntrySplitter()
      const found = []
      for (let at = 0; at < file.length; at += size) found.push(...splitter.push(file.slice(at, at + size)))
      found.push(...splitter.end())
      expect(found.map(({ text }) => JSON.parse(text ?? ''))).toEqual(objects)
    }
  })

  it('an entry beyond every measure is refused, and those behind it are read', () => {
    const splitter = createEntrySplitter()
    const long = `{"a":"${'x'.repeat(2_100_000)}"}`
    const found = [long.slice(0, 900_000), long.slice(900_000), '\n{"b":1}\n'].flatMap((piece) =>
      splitter.push(piece),
    )
    expect(found).toEqual([
      { line: 1, text: null },
      { line: 2, text: '{"b":1}' },
    ])
  })

  it('an entry that never ends is not left out without a word', () => {
    const splitter = createEntrySplitter()
    expect([...splitter.push('[{"a":1},{"b":'), ...splitter.end()].map(({ line }) => line)).toEqual([1, 2])
  })
})

import { describe, expect, it } from 'vitest'
import { ServiceFailure } from '../../../../electron/services/ports.ts'
import { failureOf } from '../../../../shared/contract/failure.ts'
import { chatBench, done, text, usage } from '../../../support/ports/chat-bench.ts'
import { failureFrom } from '../../../support/service-failure.ts'
import { setupFor } from './playground-bench.ts'

const prompt = { system: 'be brief', text: 'Compare me', images: [] }

async function compared(cap: bigint | null, models = ['grok-3-mini', 'grok-4.20']) {
  const bench = chatBench()
  const { comparisons } = bench.services
  const comparison = await comparisons.start({
    requestId: 'go',
    ...prompt,
    columns: models.map(setupFor),
    cap,
  })
  const read = () => comparisons.read({ comparisonId: comparison.id })
  return { ...bench, comparisons, comparison, read, one: { comparisonId: comparison.id } }
}

/** Requests to these models are refused before they are written. */
function refusing(models: Readonly<Record<string, Error>>) {
  const bench = chatBench({
    follow({ model }) {
      if (models[model] !== undefined) throw models[model]
      return { watch: () => {}, settle: () => {} }
    },
  })
  return { ...bench, comparisons: bench.services.comparisons }
}

describe('a comparison', () => {
  it('asks each model the same at once, in no list, and adds up what it cost', async () => {
    const { stream, read, services, comparisons } = await compared(null)
    expect(stream.calls.map(({ model, turns }) => [model, turns.map((turn) => turn.text)])).toEqual([
      ['grok-3-mini', ['be brief', 'Compare me']],
      ['grok-4.20', ['be brief', 'Compare me']],
    ])
    for (const call of stream.calls) {
      await call.send(text(`I am ${call.model}`), usage(10, 1), done())
      await call.finish()
    }
    expect(read().columns.map(({ answer }) => answer?.text)).toEqual(['I am grok-3-mini', 'I am grok-4.20'])
    expect(read().spent).toEqual({ ticks: 35_000n + 150_000n, complete: true })
    const list = services.conversations.list({ cursor: null, limit: 10 })
    expect(list.rows.map(({ messageCount }) => messageCount)).toEqual([0])
    expect(comparisons.list({ cursor: null, limit: 10 }).rows).toMatchObject([
      { opening: 'Compare me', models: ['grok-3-mini', 'grok-4.20'] },
    ])
  })

  it('is one for one press', async () => {
    const { comparisons, stream, comparison } = await compared(null)
    const again = await comparisons.start({
      requestId: 'go',
      ...prompt,
      columns: [setupFor('a'), setupFor('b')],
      cap: null,
    })
    expect(again.id).toBe(comparison.id)
    expect(stream.calls).toHaveLength(2)
  })

  it('stops what runs when all columns together come to the cap', async () => {
    const { stream, read } = await compared(150_000n)
    const [one, two] = stream.calls
    await two?.send(text('x'))
    await one?.send(text('a'), usage(10, 20), done())
    await one?.finish()
    expect(read().columns.map(({ state }) => state)).toEqual(['started', 'stopped-by-cap'])
    expect(two?.signal.aborted).toBe(true)
    expect(read().columns[1]?.answer).toMatchObject({ text: 'x', attempt: { state: { kind: 'stopped' } } })
  })

  it('does not start what the cap has no room for, nor what has no price', async () => {
    const { stream, read } = await compared(30_000n, ['grok-3-mini', 'grok-4.20', 'grok-nobody'])
    expect(read().columns.map(({ state }) => state)).toEqual([
      'started',
      'not-started-cap',
      'not-started-price',
    ])
    expect(stream.calls).toHaveLength(1)
    expect(read().columns[1]?.answer).toBeNull()
  })

  it('goes on with those that were sent when one is refused, and says which and why', async () => {
    const { comparisons, bugs, stream } = refusing({
      'grok-4.20': new ServiceFailure(failureOf('budget-reached')),
      'grok-3': new ServiceFailure(failureOf('disk-full')),
    })
    const columns = ['grok-3-mini', 'grok-4.20', 'grok-3'].map(setupFor)
    const comparison = await comparisons.start({ requestId: 'go', ...prompt, columns, cap: null })
    expect(comparison.columns.map(({ state }) => state)).toEqual([
      ...['started', 'not-started-budget', 'not-started-refused'],
    ])
    const again = await comparisons.start({ requestId: 'go', ...prompt, columns, cap: null })
    expect(again.id).toBe(comparison.id)
    await stream.last().send(text('fine'), done())
    await stream.last().finish()
    const read = comparisons.read({ comparisonId: comparison.id })
    expect(read.columns.map(({ answer }) => answer?.text)).toEqual(['fine', undefined, undefined])
    expect(stream.calls).toHaveLength(1)
    expect(bugs).toEqual([])
  })

  it('of which nothing could be sent fails as a whole, and leaves nothing behind', async () => {
    const refusal = new ServiceFailure(failureOf('budget-reached'))
    const { comparisons, stream } = refusing({ 'grok-3-mini': refusal, 'grok-4.20': refusal })
    const columns = ['grok-3-mini', 'grok-4.20'].map(setupFor)
    const start = () => comparisons.start({ requestId: 'go', ...prompt, columns, cap: null })
    expect((await failureFrom(start)).code).toBe('budget-reached')
    expect(comparisons.list({ cursor: null, limit: 10 }).rows).toEqual([])
    expect(stream.calls).toEqual([])
  })

  it('keeps a vote and notes, can be stopped, removed and put back', async () => {
    const { comparisons, one, read, stream } = await compared(null)
    comparisons.vote({ ...one, position: 1 })
    comparisons.note({ ...one, position: 0, note: 'too long' })
    comparisons.note({ ...one, position: null, note: 'both fine' })
    expect(comparisons.stop(one)).toMatchObject({
      vote: 1,
      note: 'both fine',
      columns: [{ note: 'too long' }, { note: '' }],
    })
    expect(stream.calls.every(({ signal }) => signal.aborted)).toBe(true)
    expect((await failureFrom(() => comparisons.vote({ ...one, position: 3 }))).code).toBe('not-found')
    comparisons.remove(one)
    expect((await failureFrom(() => read())).code).toBe('not-found')
    expect(comparisons.restore(one).vote).toBe(1)
  })

  it('goes out as Markdown that no answer can break', async () => {
    const { comparisons, one, stream } = await compared(null)
    await stream.calls[0]?.send(text('```\n| broken | <script>'), usage(10, 1, 35_000), done())
    await stream.calls[0]?.finish()
    const { text: written } = comparisons.markdown(one)
    expect(written).toContain('````\n```\n| broken | <script>\n````')
    expect(written).toContain('| grok-3-mini |')
    expect(written).toContain('$0.0000035')
  })
})

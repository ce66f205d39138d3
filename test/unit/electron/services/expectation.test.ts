import { describe, expect, it } from 'vitest'
import type { AttemptLedger } from '../../../../electron/services/attempt-ledger.ts'
import { createExpectation } from '../../../../electron/services/expectation.ts'
import { rawPrompt } from '../../../../shared/estimate/prompt-estimate.ts'
import { chatBench, done, text, usage } from '../../../support/ports/chat-bench.ts'

const LENGTHS: Record<string, number> = { 'grok-3-mini': 700, 'grok-4-0709': 900 }

/** A Playground that notes what each request was held to cost when it was sent. */
function bench() {
  const held: bigint[] = []
  const expectation = createExpectation({
    promptTokens: ({ prompt }) => prompt.raw,
    likelyAnswer: ({ modelId }) => ({ tokens: LENGTHS[modelId] ?? 500, from: 'model' }),
  })
  const follow: AttemptLedger['follow'] = (request) => {
    held.push(expectation(request).held)
    return { watch() {}, settle() {} }
  }
  const playground = chatBench({ expect: expectation, follow, parameters: { n: 2 } })
  const facts = (said: string, model: string) =>
    playground.services.prompt.read({
      ...{ ...playground.open, text: said, images: [] },
      setup: { model, protocol: 'chat', parameters: { n: 2 } },
    })
  return { ...playground, facts, held }
}

describe('what the card is told before sending', () => {
  it.each(['grok-3-mini', 'grok-4-0709', 'never-heard-of'])(
    'is what budgets are asked for when it is sent: %s',
    async (model) => {
      const { facts, send, held } = bench()
      const told = await facts('What is the capital of France?', model)
      await send('What is the capital of France?', model)
      expect(held).toEqual([told.held])
      expect(told.answer).toEqual({ tokens: LENGTHS[model] ?? 500, from: 'model' })
    },
  )

  it('counts the conversation as it stands, whatever became of it since it was last asked', async () => {
    const { facts, send, stream, services, open, chat } = bench()
    const counted = async () => {
      const { turns, raw, kind } = await facts('And a draft.', 'grok-3-mini')
      return { turns, raw, kind }
    }
    const asItStands = () => {
      const texts = chat.conversation().messages.map((message) => message.text)
      const said = [...texts.filter((one) => one !== ''), 'And a draft.']
      return { turns: said.length, ...rawPrompt(said) }
    }
    expect(await counted()).toEqual(asItStands())
    await send('First.')
    expect(await counted()).toEqual(asItStands())
    await stream.last().send(text('An answer '))
    expect(await counted()).toEqual(asItStands())
    await stream.last().send(text('that grew.'), usage(3, 4), done())
    await stream.last().finish()
    expect(await counted()).toEqual(asItStands())
    const [question, answer] = chat.conversation().messages.map(({ id }) => id)
    const message = {
      role: 'user' as const,
      text: '{"now": "json", "and": "longer"}',
      images: [],
      toolCallId: null,
    }
    services.messages.edit({ ...open, messageId: question ?? '', message })
    expect(await counted()).toEqual(asItStands())
    services.messages.remove({ ...open, messageId: answer ?? '' })
    expect(await counted()).toEqual(asItStands())
    services.messages.restore({ ...open, messageId: answer ?? '' })
    expect(await counted()).toEqual(asItStands())
  })

  it('stays so with a conversation before it', async () => {
    const { facts, send, held, stream } = bench()
    await send('First.')
    await stream.last().send(text('An answer.'), usage(3, 4), done())
    await stream.last().finish()
    const told = await facts('And then?', 'grok-3-mini')
    await send('And then?')
    expect(held[1]).toBe(told.held)
    expect(told.held).toBeGreaterThan(held[0] ?? 0n)
  })
})

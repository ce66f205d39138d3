import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { announcedChange, lastAnswer } from '../../renderer/features/playground/announced-change.ts'
import { answerSpeed } from '../../renderer/features/playground/answer-speed.ts'
import { applyEvents } from '../../renderer/features/playground/conversation-events.ts'
import { costRows } from '../../renderer/features/playground/cost-rows.ts'
import { finishWords } from '../../renderer/features/playground/finish-reason.ts'
import { followsAfter } from '../../renderer/features/playground/messages/scroll-place.ts'
import { aliasChoices, modelToAsk } from '../../renderer/features/playground/model-choice.ts'
import type { ChatEvent } from '../../shared/contract/chat.ts'
import type { Conversation } from '../../shared/contract/conversation.ts'
import type { Message } from '../../shared/contract/message.ts'
import { costOf } from '../../shared/pricing/cost.ts'
import { answerMessage, miniUsage, noUsage, sampleAttempt, userMessage } from '../support/chat-feed.ts'
import { sampleModels } from '../support/sample-catalog.ts'
import { sampleConversation } from '../support/sample-conversation.ts'

const setup = { model: 'grok-3-mini', protocol: 'chat', parameters: {} } as const
const conversationOf = (...messages: Message[]): Conversation => sampleConversation(messages, { setup })
const under = (kind: 'pending' | 'streaming') =>
  answerMessage('a1', { attempt: sampleAttempt({ state: { kind } }) })

describe('events of a conversation', () => {
  const start: ChatEvent = {
    kind: 'snapshot',
    conversation: conversationOf(userMessage('u1', 'Hi'), under('streaming')),
  }

  it('give the same text however it is cut', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.array(fc.nat(200)),
        fc.nat(10),
        (text, cuts, batch) => {
          const places = [
            0,
            ...cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b),
            text.length,
          ]
          const events = places.slice(1).map((end, index): ChatEvent => {
            const part = text.slice(places[index], end)
            return { kind: 'append', messageId: 'a1', text: part, reasoning: part }
          })
          const whole = [start, ...events]
          const inTwo = applyEvents(applyEvents(null, whole.slice(0, batch)), whole.slice(batch))
          expect(applyEvents(null, whole)).toEqual(inTwo)
          expect(inTwo?.messages[1]).toMatchObject({ text, reasoning: text })
        },
      ),
    )
  })

  it('are nothing before the snapshot, and start anew with the next', () => {
    expect(applyEvents(null, [{ kind: 'append', messageId: 'a1', text: 'x', reasoning: '' }])).toBeNull()
    const second = conversationOf()
    expect(applyEvents(null, [start, { kind: 'snapshot', conversation: second }])).toBe(second)
  })

  it('replace a message, add a new one, and leave the others as they are', () => {
    const before = applyEvents(null, [start])
    const done = answerMessage('a1', { text: 'done', attempt: sampleAttempt() })
    const after = applyEvents(before, [
      { kind: 'message', message: done },
      { kind: 'message', message: userMessage('u2', 'More') },
    ])
    expect(after?.messages.map(({ id }) => id)).toEqual(['u1', 'a1', 'u2'])
    expect(after?.messages[0]).toBe(before?.messages[0])
    expect(after?.messages[1]).toEqual(done)
    expect(applyEvents(before, [{ kind: 'append', messageId: 'gone', text: 'x', reasoning: '' }])).toBe(
      before,
    )
  })
})

describe('what is computed for the page', () => {
  it('counts tokens a second from the first text on, only when the answer is complete', () => {
    expect(answerSpeed(sampleAttempt({ usage: { ...miniUsage, answerTokens: 50 } }))).toBe(50)
    expect(answerSpeed(sampleAttempt({ usage: null }))).toBeNull()
    expect(answerSpeed(sampleAttempt({ usage: miniUsage, durationMs: 412 }))).toBeNull()
    expect(answerSpeed(sampleAttempt({ usage: miniUsage, state: { kind: 'stopped' } }))).toBeNull()
  })

  it('has rows that sum to the total, for any usage and rates', () => {
    const count = fc.option(fc.nat(1_000_000), { nil: null })
    const rate = fc.option(fc.bigInt(0n, 1_000_000n), { nil: null })
    fc.assert(
      fc.property(
        count,
        count,
        count,
        count,
        rate,
        rate,
        (promptTokens, cachedTokens, answerTokens, reasoningTokens, input, output) => {
          const billedOutputTokens = answerTokens === null ? null : answerTokens + (reasoningTokens ?? 0)
          const usage = {
            ...noUsage,
            promptTokens,
            cachedTokens,
            answerTokens,
            reasoningTokens,
            billedOutputTokens,
          }
          const rates = {
            input,
            cachedInput: input,
            imageInput: input,
            output,
            perSource: null,
            longContext: null,
          }
          const cost = costOf(usage, rates)
          const rows = costRows(usage, cost)
          expect(rows.reduce((sum, { amount }) => sum + (amount ?? 0n), 0n)).toBe(cost.total)
          expect(new Set(rows.map(({ kind }) => kind)).size).toBe(rows.length)
        },
      ),
    )
  })

  it.each([
    ['stop', 'stop'],
    ['end_turn', 'stop'],
    ['REASON_MAX_LEN', 'length'],
    ['', 'none'],
    [null, 'none'],
    ['new_one', 'other'],
  ])('finish reason %j', (reason, words) => {
    expect(finishWords(reason)).toBe(words)
  })

  it('chooses the model by the strongest wish', () => {
    const conversation = conversationOf()
    expect(modelToAsk({ chosen: 'a', address: 'b', conversation }, sampleModels)).toBe('a')
    expect(modelToAsk({ chosen: null, address: 'b', conversation }, sampleModels)).toBe('b')
    expect(modelToAsk({ chosen: null, address: null, conversation }, sampleModels)).toBe('grok-3-mini')
    expect(modelToAsk({ chosen: null, address: null, conversation: null }, sampleModels)).toBe(
      'grok-4.20-0309-reasoning',
    )
    expect(modelToAsk({ chosen: null, address: null, conversation: null }, [])).toBeNull()
    expect(aliasChoices(sampleModels).map(({ alias }) => alias)).toEqual([
      'grok-4.20',
      'grok-4.20-latest',
      'grok-3-mini-latest',
    ])
  })

  it.each([
    ['at the end', { scrollTop: 800, clientHeight: 200, scrollHeight: 1000 }, false, 0, true],
    ['moved up', { scrollTop: 700, clientHeight: 200, scrollHeight: 1000 }, true, 800, false],
    ['grew below', { scrollTop: 800, clientHeight: 200, scrollHeight: 1200 }, true, 800, true],
    [
      'moved down, not far enough',
      { scrollTop: 700, clientHeight: 200, scrollHeight: 1000 },
      false,
      600,
      false,
    ],
  ])('follows after a scroll: %s', (_, extent, follows, before, expected) => {
    expect(followsAfter(follows, extent, before)).toBe(expected)
  })

  it('announces nothing for what was there when it opened', () => {
    const opened = lastAnswer(conversationOf(under('streaming')))
    expect(announcedChange(null, opened)).toBeNull()
    expect(announcedChange(opened, lastAnswer({ ...conversationOf(), id: 'c2' }))).toBeNull()
    expect(announcedChange(lastAnswer(conversationOf(under('pending'))), opened)).toBeNull()
    expect(announcedChange(lastAnswer(conversationOf()), opened)).toBe('started')
  })
})

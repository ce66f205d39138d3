import { describe, expect, it } from 'vitest'
import { ServiceFailure } from '../../../../electron/services/ports.ts'
import { failureOf } from '../../../../shared/contract/failure.ts'
import { answerOf, chatBench, done, text, usage } from '../../../support/ports/chat-bench.ts'
import { setupOf } from '../../../support/ports/page-press.ts'
import { settle } from '../../../support/ports/scripted-stream.ts'
import { sampleConversation } from '../../../support/sample-conversation.ts'
import { failureFrom } from '../../../support/service-failure.ts'

const lost = new ServiceFailure(failureOf('connection-lost', { requestId: 'r' }))

describe('how an answer ends', () => {
  it.each([
    { what: 'fails before any text', parts: [], state: { kind: 'failed', failure: lost.failure } },
    { what: 'fails after text', parts: [text('so ')], state: { kind: 'cut-off', failure: lost.failure } },
    {
      what: 'fails after thinking',
      parts: [{ kind: 'reasoning' as const, choice: 0, text: 'hm' }],
      state: { kind: 'cut-off', failure: lost.failure },
    },
    {
      what: 'fails after the server said it was finished',
      parts: [text('so'), done('length')],
      state: { kind: 'complete', finishReason: 'length' },
    },
  ])('$what', async ({ parts, state }) => {
    const { send, stream, answer, store } = chatBench()
    await send('hi')
    await stream.last().send(...parts)
    await stream.last().fail(lost)
    expect(answer().attempt.state).toEqual(state)
    expect(answerOf(store.rows() ?? sampleConversation())).toEqual(answer())
  })

  it.each([
    { parts: [], kind: 'failed' },
    { parts: [text('so ')], kind: 'cut-off' },
  ])('is $kind when the stream runs out without the server having said so', async ({ parts, kind }) => {
    const { send, stream, answer } = chatBench()
    await send('hi')
    await stream.last().send(...parts)
    await stream.last().finish()
    expect(answer().attempt.state).toMatchObject({ kind, failure: { code: 'cut-off' } })
  })

  it('keeps each source once, as it was given, and none of what is read after a stop', async () => {
    const { send, stream, answer, store } = chatBench()
    const sources = (...urls: string[]) => ({ kind: 'sources' as const, urls })
    await send('hi')
    await stream.last().send(text('so'), sources('https://b.example'), sources('https://a.example'))
    await stream.last().send(sources('https://b.example', 'https://c.example'), done())
    await stream.last().finish()
    const kept = ['https://b.example', 'https://a.example', 'https://c.example']
    expect(answer().sources).toEqual(kept)
    expect(answerOf(store.rows() ?? sampleConversation()).sources).toEqual(kept)
    await send('many')
    await stream
      .last()
      .send(text('x'), sources(...Array.from({ length: 250 }, (_, at) => `https://a.example/${at}`)))
    await stream.last().send(done())
    await stream.last().finish()
    expect(answer().sources).toHaveLength(100)
  })

  it('is a failure, reported once, when the code itself is wrong', async () => {
    const { send, stream, answer, bugs } = chatBench()
    await send('hi')
    await stream.last().fail(new TypeError('x is not a function'))
    expect(answer().attempt.state).toMatchObject({ kind: 'failed', failure: { serverWords: null } })
    expect(bugs).toHaveLength(1)
    await send('and again')
    expect(stream.calls).toHaveLength(2)
  })
})

describe('stop', () => {
  it.each([
    { phase: 'before anything came', parts: [], said: '' },
    { phase: 'after some text', parts: [text('half an ')], said: 'half an ' },
  ])('works at once $phase and lets nothing in afterwards', async ({ parts, said }) => {
    const { chat, send, stream, answer, store, time } = chatBench()
    await send('hi')
    await stream.last().send(...parts)
    time.pass(250)
    expect(chat.stop()).toEqual({ stopped: true })
    const stopped = answer()
    expect(stopped).toMatchObject({
      text: said,
      attempt: { state: { kind: 'stopped' }, durationMs: 250, usage: null, computed: null },
    })
    expect(stream.last().signal.aborted).toBe(true)
    await stream.last().send(text('answer'), usage(1, 1), done())
    await stream.last().finish()
    expect(answer()).toEqual(stopped)
    expect(store.rows()?.messages.at(-1)).toEqual(stopped)
    expect(chat.stop()).toEqual({ stopped: false })
  })

  it('works while the request is still being prepared: nothing is sent', async () => {
    const { chat, send, server, stream } = chatBench()
    let ready = () => {}
    server.ready = new Promise((resolve) => {
      ready = resolve
    })
    const sending = failureFrom(() => send('hi'))
    expect(chat.stop()).toEqual({ stopped: true })
    ready()
    expect((await sending).code).toBe('stopped')
    expect(stream.calls).toEqual([])
    expect(chat.conversation().messages).toEqual([])
  })

  it('makes room for the next question at once', async () => {
    const { chat, send, stream, answer } = chatBench()
    await send('one')
    const first = stream.last()
    chat.stop()
    await send('two')
    await first.send(text('late'))
    await stream.last().send(text('in time'), done())
    await stream.last().finish()
    expect(answer()).toMatchObject({ text: 'in time', attempt: { state: { kind: 'complete' } } })
    expect(chat.conversation().messages.map(({ text: said }) => said)).toEqual(['one', '', 'two', 'in time'])
  })

  it('has nothing to do when nothing is under way', () => {
    expect(chatBench().chat.stop()).toEqual({ stopped: false })
  })
})

describe('asking again', () => {
  it('sends the same turn once more and keeps the failed answer out of the prompt', async () => {
    const { chat, send, retry, stream, store } = chatBench()
    await send('one')
    await stream.last().send(text('half'))
    await stream.last().fail(lost)
    const { messageId } = await retry('grok-4.20')
    expect(stream.last()).toMatchObject({ model: 'grok-4.20', turns: [{ role: 'user', text: 'one' }] })
    await stream.last().send(text('whole'), done())
    await stream.last().finish()
    const {
      messages,
      setup: { model },
    } = chat.conversation()
    expect(messages.map(({ text: said }) => said)).toEqual(['one', 'whole'])
    // The answer that was cut off is kept beside the new one.
    const [, { branch } = answerOf(chat.conversation())] = messages
    expect(branch).toMatchObject({ position: 2, count: 2, next: null })
    expect(store.messages([branch.previous ?? ''])).toMatchObject([
      { text: 'half', attempt: { state: { kind: 'cut-off' } } },
    ])
    expect({ last: messages.at(-1)?.id, model }).toEqual({ last: messageId, model: 'grok-4.20' })
    await send('two')
    expect(stream.last().turns.map((turn) => turn.text)).toEqual(['one', 'whole', 'two'])
  })

  it('leaves an empty failed answer out of the next prompt', async () => {
    const { send, stream } = chatBench()
    await send('one')
    await stream.last().fail(lost)
    await send('two')
    expect(stream.last().turns).toEqual([
      { role: 'user', text: 'one' },
      { role: 'user', text: 'two' },
    ])
  })

  it('needs something to answer, and an answer to do again', async () => {
    const { chat, services, open, send, retry, stream } = chatBench()
    expect((await failureFrom(() => retry())).code).toBe('invalid-request')
    await send('one')
    expect((await failureFrom(() => retry())).code).toBe('busy')
    await stream.last().finish()
    const instead = chat.conversation().messages[0]?.id ?? null
    const press = { requestId: 'other', ...open, setup: setupOf('m'), instead }
    expect((await failureFrom(() => services.chat.ask(press))).code).toBe('not-found')
  })
})

describe('the disk', () => {
  it('gets streamed text at most twice a second, and all of it at the end', async () => {
    const { send, stream, store, time, answer } = chatBench()
    await send('hi')
    const before = store.writes.length
    for (let at = 0; at < 100; at += 1) {
      await stream.last().send(text('x'))
      time.pass(20)
    }
    // Two seconds of streaming.
    expect(store.writes.length - before).toBeLessThanOrEqual(4)
    expect(store.writes.length - before).toBeGreaterThanOrEqual(3)
    await stream.last().send(text('end'), done())
    await stream.last().finish()
    expect(store.rows()?.messages.at(-1)).toEqual(answer())
  })

  it('that fills up loses no text: it is written when there is room again', async () => {
    const { send, stream, store, time, answer } = chatBench()
    await send('hi')
    store.full = true
    await stream.last().send(text('precious'))
    time.pass(600)
    await stream.last().send(text(' words'), done())
    await stream.last().finish()
    expect(answer()).toMatchObject({ text: 'precious words', attempt: { state: { kind: 'complete' } } })
    store.full = false
    time.pass(5_000)
    expect(store.rows()?.messages.at(-1)).toEqual(answer())
  })
})

describe('sleep of the computer', () => {
  it('keeps what came, names the sleep, and the turn can be asked again', async () => {
    const { chat, send, stream, answer, store, retry } = chatBench()
    await send('hi')
    await stream.last().send(text('half'))
    chat.suspend()
    const slept = { kind: 'cut-off', failure: failureOf('slept') }
    expect(answer()).toMatchObject({ text: 'half', attempt: { state: slept } })
    expect(stream.last().signal.aborted).toBe(true)
    await stream.last().send(text(' too late'), done())
    expect(answerOf(store.rows() ?? sampleConversation())).toEqual(answer())
    await retry()
    await stream.last().send(text('whole'), done())
    await stream.last().finish()
    expect(answer().attempt.state.kind).toBe('complete')
  })

  it('touches nothing when nothing is under way', async () => {
    const { chat, send, stream, answer, store } = chatBench()
    await send('hi')
    await stream.last().send(text('all'), done())
    await stream.last().finish()
    const { length } = store.writes
    chat.suspend()
    expect(answer().attempt.state.kind).toBe('complete')
    expect(store.writes).toHaveLength(length)
  })
})

describe('the end of the app', () => {
  it('keeps what came, and says that the end is unknown', async () => {
    const { chat, send, stream, store } = chatBench()
    await send('hi')
    await stream.last().send(text('half'))
    await chat.shutdown()
    expect(stream.last().signal.aborted).toBe(true)
    const { chat: next, stream: nextStream } = chatBench({ store })
    expect(answerOf(next.conversation())).toMatchObject({
      text: 'half',
      attempt: { state: { kind: 'unknown' } },
    })
    await next.retry({ requestId: 'again', model: 'm' })
    expect(nextStream.last().turns).toEqual([{ role: 'user', text: 'hi' }])
  })

  it('refuses a new request', async () => {
    const { chat, send, stream } = chatBench()
    await chat.shutdown()
    expect((await failureFrom(() => send('hi'))).code).toBe('stopped')
    expect(stream.calls).toEqual([])
  })

  it('leaves the disk alone afterwards, even when it could not take everything', async () => {
    const { chat, send, store, time } = chatBench()
    await send('hi')
    store.full = true
    await chat.shutdown()
    store.full = false
    const { length } = store.writes
    time.pass(60_000)
    expect(store.writes).toHaveLength(length)
  })

  it('while a request is being prepared sends nothing', async () => {
    const { chat, send, stream } = chatBench()
    const sending = failureFrom(() => send('hi'))
    await chat.shutdown()
    expect((await sending).code).toBe('stopped')
    await settle()
    expect(stream.calls).toEqual([])
  })

  it('without warning leaves an answer that the next start marks as unknown', async () => {
    const { send, stream, store } = chatBench()
    await send('hi')
    await stream.last().send(text('half'))
    const next = chatBench({ store })
    expect(next.answer().attempt.state).toEqual({ kind: 'unknown' })
  })
})

describe('a new conversation', () => {
  it('is empty, and the old one stays on disk', async () => {
    const { chat, send, stream, store } = chatBench()
    const first = chat.conversation().id
    await send('one')
    await stream.last().finish()
    const second = chat.startNew()
    expect(second.messages).toEqual([])
    expect(second.id).not.toBe(first)
    expect(chat.conversation()).toEqual(second)
    expect(store.rows()?.id).toBe(second.id)
    await send('two')
    expect(stream.last().turns).toEqual([{ role: 'user', text: 'two' }])
  })

  it('is not made while the one there is still empty', () => {
    const { chat, store } = chatBench()
    expect(chat.startNew().id).toBe(chat.conversation().id)
    expect(store.writes).toEqual(['create', 'change', 'touch'])
  })
})

describe('what is told to the ledger of an answer that ended early', () => {
  it('is all that was made: every choice, and the calls of tools', async () => {
    const told: { text: string; reasoning: string }[] = []
    const follow = () => ({
      watch: () => {},
      settle: ({ text: said, reasoning }: { text: string; reasoning: string }) => {
        told.push({ text: said, reasoning })
      },
    })
    const { chat, send, stream } = chatBench({ follow, parameters: { n: 2 } })
    await send('hi')
    const call = { kind: 'tool-call', choice: 1, index: 0, id: 'c', name: 'sum', arguments: '[1]' } as const
    const thought = { kind: 'reasoning', choice: 1, text: 'hm' } as const
    await stream.last().send(text('one'), thought, { kind: 'text', choice: 1, text: 'two' }, call)
    chat.stop()
    await settle()
    expect(told).toEqual([{ text: 'one\ntwo\nsum[1]', reasoning: '\nhm' }])
  })
})

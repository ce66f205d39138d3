import { describe, expect, it } from 'vitest'
import { createStreamChat } from '../../../../electron/xai/stream-chat.ts'
import { type Answering, reply } from '../../../support/fault-server.ts'
import { chatWith, REQUEST, SSE, summaryOf } from './chat-under-test.ts'
import { choice, chunk, done } from './recorded-streams.ts'
import { abortOnceSeen, failureIn, portsFor, quickest, serve, targetOf } from './wire-under-test.ts'

const hello = chunk(choice({ content: 'Hello' }))

/** Sends the beginning, then `again` every `ms`, for ever. */
const repeating =
  (beginning: string, again: string, ms: number): Answering =>
  (response) => {
    response.writeHead(200, SSE)
    if (beginning !== '') response.write(beginning)
    const timer = setInterval(() => response.write(again), ms)
    response.on('close', () => clearInterval(timer))
  }

/** Writes `piece` as fast as the client reads, for ever; tells how many bytes were sent. */
function flooding(piece: Buffer, beginning = ''): { answer: Answering; sent: () => number } {
  let sent = 0
  return {
    sent: () => sent,
    answer: (response) => {
      response.writeHead(200, SSE)
      response.write(beginning)
      const more = () => {
        if (response.destroyed) return
        sent += piece.length
        response.write(piece, () => setImmediate(more))
      }
      more()
    },
  }
}

describe('the idle limit of a stream', () => {
  it('is not held off by comments', async () => {
    const server = await serve(repeating(hello, ': ping\n\n', 10))
    const outcome = await chatWith(server, { limits: { idleMs: 1_000 } })
    expect(failureIn(outcome.error)).toMatchObject({ code: 'timed-out', phase: 'idle' })
    expect(summaryOf(outcome)).toMatchObject({ text: 'Hello', ends: 0 })
    await server.hangUp
  })

  it('is not held off by half an event either', async () => {
    const server = await serve(repeating('', 'data: ', 10))
    const outcome = await chatWith(server, { limits: { idleMs: 100 } })
    expect(failureIn(outcome.error).phase).toBe('idle')
  })

  it('starts again with each event', async () => {
    const server = await serve((response) => {
      response.writeHead(200, SSE)
      const events = [hello, hello, hello, hello, hello, done]
      const timer = setInterval(() => {
        const event = events.shift()
        if (event === undefined) clearInterval(timer)
        else response.write(event)
      }, 400)
    })
    // Longer than each wait by what a busy computer may add, shorter than all of them.
    const outcome = await chatWith(server, { limits: { idleMs: 2_000 } })
    expect(outcome.error).toBeNull()
    expect(summaryOf(outcome).text).toBe('Hello'.repeat(5))
  })

  it('does not count the time a consumer takes', async () => {
    const server = await serve((response) => reply(response, 200, hello.repeat(5) + done, SSE))
    const stream = createStreamChat(portsFor({ limits: { idleMs: 1_500 } }))(targetOf(server), {
      ...REQUEST,
      signal: new AbortController().signal,
    })
    let text = ''
    for await (const part of stream) {
      if (part.kind === 'text') text += part.text
      await new Promise((resolve) => setTimeout(resolve, 400))
    }
    expect(text).toBe('Hello'.repeat(5))
  })
})

describe('the limits of time that hold in the app', () => {
  const begun: Answering = (response) => {
    response.writeHead(200, SSE)
    response.flushHeaders()
  }

  it.each<[phase: string, ms: number, answer: Answering]>([
    ['headers', 120_000, () => {}],
    ['idle', 90_000, begun],
    ['total', 30 * 60_000, begun],
  ])('%s: waiting for an answer ends after %i ms', async (phase, ms, answer) => {
    const server = await serve(answer)
    const outcome = await chatWith(server, {
      // The time of one limit passes at once, that of all others never.
      schedule: (asked, run) => {
        const timer = asked === ms ? setTimeout(run, 50) : undefined
        return () => clearTimeout(timer)
      },
    })
    expect(failureIn(outcome.error)).toMatchObject({ code: 'timed-out', phase })
    await server.hangUp
  })
})

describe('the size limits of a stream', () => {
  it('end an endless line, in little memory', async () => {
    const { answer, sent } = flooding(Buffer.alloc(65_536, 'a'), `${hello}data: `)
    const server = await serve(answer)
    // What is loaded and compiled for a first answer is not the line's.
    await chatWith(await serve((response) => reply(response, 200, hello + done, SSE)))
    const before = process.memoryUsage().rss
    const outcome = await chatWith(server)
    expect(failureIn(outcome.error).code).toBe('answer-too-large')
    expect(summaryOf(outcome).text).toBe('Hello')
    await server.hangUp
    expect(sent()).toBeLessThan(30_000_000)
    // Between 15 and 40 MB were seen, by the moment of the last collection.
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024)
  })

  it.each([
    ['comments', ': ping\n\n'],
    ['events', hello],
    ['data without end', 'data: {\n'],
  ])('end an endless stream of %s', async (_, line) => {
    const { answer } = flooding(Buffer.from(line.repeat(2_000)), ': begin\n\n')
    const server = await serve(answer)
    const outcome = await chatWith(server, { limits: { streamBytes: 3_000_000, lineChars: 100_000 } })
    expect(failureIn(outcome.error).code).toBe('answer-too-large')
    await server.hangUp
  })
})

describe('stopping a stream', () => {
  it.each<[string, Answering]>([
    ['before the headers', () => {}],
    ['before the first event', repeating('', ': ping\n\n', 10)],
    ['between events', repeating(hello, ': ping\n\n', 10)],
    ['within an event', repeating(hello + hello.slice(0, 20), '', 1_000)],
    ['while events come', repeating(hello, hello, 1)],
    ['while it waits to try again', (response) => reply(response, 503, {}, { 'retry-after': '30' })],
  ])('%s takes less than 50 ms and keeps what came', async (_, answer) => {
    const server = await serve(answer)
    const took = await quickest(async () => {
      const { signal, since } = abortOnceSeen(server, 150)
      const outcome = await chatWith(server, { signal })
      const elapsed = since()
      expect(failureIn(outcome.error).code).toBe('stopped')
      expect(summaryOf(outcome).ends).toBe(0)
      return elapsed
    })
    expect(took).toBeLessThan(50)
  })

  it('before it starts sends nothing', async () => {
    const server = await serve((response) => reply(response, 200, hello + done, SSE))
    const outcome = await chatWith(server, { signal: AbortSignal.abort() })
    expect(failureIn(outcome.error).code).toBe('stopped')
    expect(server.seen).toEqual([])
  })

  it('at any part hands out no later part', async () => {
    const sse = hello.repeat(5) + done
    for (let stopAt = 1; stopAt <= 5; stopAt += 1) {
      const server = await serve((response) => reply(response, 200, sse, SSE))
      const abort = new AbortController()
      let texts = 0
      const outcome = await chatWith(server, {
        signal: abort.signal,
        onPart: (part) => {
          if (part.kind === 'text') texts += 1
          if (texts === stopAt) abort.abort()
        },
      })
      expect(failureIn(outcome.error).code).toBe('stopped')
      expect(summaryOf(outcome).text).toBe('Hello'.repeat(stopAt))
    }
  })

  it('by leaving the loop closes the connection', async () => {
    const server = await serve(repeating(hello, hello, 5))
    const { signal } = new AbortController()
    for await (const part of createStreamChat(portsFor())(targetOf(server), { ...REQUEST, signal })) {
      if (part.kind === 'text') break
    }
    await server.hangUp
  })
})

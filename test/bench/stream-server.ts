import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ENDING, longAnswer } from './long-answer.ts'

const CHARACTERS_IN_TOKEN = 4
const TURN_MS = 5
const MODEL = 'grok-4.3'

/** How the next answers come: so many characters at so many tokens a second, each token an event. */
export type Pace = { characters: number; tokensPerSecond: number }

/** An API whose answers are as long and as fast as a benchmark wants; everything else comes from `behind`. */
export type StreamServer = {
  baseUrl: string
  setPace(pace: Pace): void
  /** Wall-clock ms at which the first and the last byte of each answer so far was written. */
  written: { first: number; last: number }[]
  stop(): Promise<void>
}

export async function startStreamServer(behind: string): Promise<StreamServer> {
  let pace: Pace = { characters: 1_000, tokensPerSecond: 1_000 }
  const written: StreamServer['written'] = []
  const server = createServer((asked, response) => {
    if (asked.method === 'POST' && asked.url === '/v1/chat/completions') {
      asked.resume()
      asked.on('end', () => void sendAnswer(response, pace, written))
    } else passOn(asked, response, behind)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port }: AddressInfo = Object(server.address())
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    written,
    setPace: (next) => {
      pace = next
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

function passOn(asked: IncomingMessage, response: ServerResponse, behind: string): void {
  const { method, headers } = asked
  const { host } = new URL(behind)
  const passed = request(
    new URL(asked.url ?? '/', behind),
    { method, headers: { ...headers, host } },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    },
  )
  passed.on('error', () => response.destroy())
  asked.pipe(passed)
}

/** In the order of a clock: a turn that comes late sends what is due by then, as a socket would hold it. */
async function sendAnswer(
  response: ServerResponse,
  pace: Pace,
  written: StreamServer['written'],
): Promise<void> {
  const text = longAnswer(pace.characters)
  const tokens = Math.ceil(text.length / CHARACTERS_IN_TOKEN)
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
  const began = performance.now()
  const first = Date.now()
  for (let sent = 0; sent < tokens && !response.destroyed; ) {
    const due = Math.min(tokens, Math.ceil(((performance.now() - began) * pace.tokensPerSecond) / 1000) + 1)
    let events = ''
    for (; sent < due; sent += 1)
      events += event({ content: text.slice(sent * CHARACTERS_IN_TOKEN, (sent + 1) * CHARACTERS_IN_TOKEN) })
    if (!response.write(events)) await drained(response)
    if (sent < tokens) await new Promise((resolve) => setTimeout(resolve, TURN_MS))
  }
  const usage = { prompt_tokens: 100, completion_tokens: tokens, total_tokens: tokens + 100 }
  written.push({ first, last: Date.now() })
  response.end(`${event({}, 'stop')}${chunk([], usage)}data: [DONE]\n\n`)
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      response.off('drain', go)
      response.off('close', go)
      resolve()
    }
    response.once('drain', go)
    response.once('close', go)
  })
}

function event(delta: object, finish: string | null = null): string {
  return chunk([{ index: 0, delta, ...(finish === null ? {} : { finish_reason: finish }) }])
}

function chunk(choices: readonly object[], usage?: object): string {
  const body = { id: 'bench', object: 'chat.completion.chunk', created: 1_790_000_000, model: MODEL, choices }
  return `data: ${JSON.stringify(usage === undefined ? body : { ...body, usage })}\n\n`
}

/** The same answer without an app: Node's own fetch, every event parsed and its text joined. */
export async function rawAnswer(baseUrl: string): Promise<{ text: string; at: number }> {
  const body = JSON.stringify({ model: MODEL, stream: true, messages: [{ role: 'user', content: 'Go on.' }] })
  const answer = await fetch(`${baseUrl}/v1/chat/completions`, { method: 'POST', body })
  if (answer.body === null) throw new Error('no body')
  let [text, waiting] = ['', '']
  for await (const piece of answer.body.pipeThrough(new TextDecoderStream())) {
    const events = `${waiting}${piece}`.split('\n\n')
    waiting = events.pop() ?? ''
    for (const one of events) text += contentOf(one)
    if (text.endsWith(ENDING)) return { text, at: Date.now() }
  }
  throw new Error('the answer did not end')
}

function contentOf(event: string): string {
  if (event === 'data: [DONE]') return ''
  const { choices }: { choices: { delta: { content?: string } }[] } = JSON.parse(event.slice('data: '.length))
  return choices[0]?.delta.content ?? ''
}

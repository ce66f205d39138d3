import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { type FaultServer, reply, startFaultServer } from './fault-server.ts'
import { type Payload, xssCorpus } from './xss-corpus.ts'

/** How the server misbehaves now, beside what its lists always hold. */
export type Misdeed =
  | { kind: 'none' }
  /** Every request is refused with these words. */
  | { kind: 'error'; words: string }
  | { kind: 'redirect'; status: number; to: string }
  /** A body that never ends. */
  | { kind: 'endless'; type: string }
  /** 400 MB in 400 kB. */
  | { kind: 'gzip-bomb' }
  /** A good list under a wrong name, or something else under the right one. */
  | { kind: 'lie'; type: string; body: string }

export type HostileServer = FaultServer & {
  corpus: readonly Payload[]
  misbehave(misdeed: Misdeed): void
  /** From now on the lists lack the name of 10 MB, so that only misdeeds cost memory. */
  shorten(): void
}

const PRICES = '"prompt_text_token_price":30000,"completion_text_token_price":150000'

/** An API whose every name is hostile. `outside` is the origin that its texts try to reach. */
export async function startHostileServer(outside: string): Promise<HostileServer> {
  const corpus = xssCorpus(outside)
  let list = hostileList(corpus, 10 * 1024 * 1024)
  let misdeed: Misdeed = { kind: 'none' }
  const server = await startFaultServer((response, _attempt, { url }) => {
    if (misdeed.kind !== 'none') {
      misbehave(response, misdeed)
      return
    }
    const headers = {
      'content-type': 'application/json',
      'set-cookie': 'hostile-cookie=1; Max-Age=9999; Path=/',
    }
    if (url === '/v1/api-key') reply(response, 200, keyFacts(corpus), headers)
    else if (url.startsWith('/v1/image')) reply(response, 200, { models: [] }, headers)
    else reply(response, 200, list, headers)
  })
  return {
    ...server,
    corpus,
    misbehave: (next) => {
      misdeed = next
    },
    shorten: () => {
      list = hostileList(corpus, 600)
    },
  }
}

/** JSON text, because no object literal can hold the keys it has. */
function hostileList(corpus: readonly Payload[], longest: number): string {
  const entries = corpus.map(({ text }, at) => {
    const words = JSON.stringify(text)
    const pollution =
      at % 2 === 0 ? '"__proto__":{"polluted":1}' : '"constructor":{"prototype":{"polluted":1}}'
    return `{"id":${words},"aliases":[${words},"alias-${at}"],"owned_by":${words},"version":${words},"fingerprint":${words},"input_modalities":["text",${words}],"output_modalities":[${words}],${PRICES},${pollution}}`
  })
  const endless = `{"id":"${'x'.repeat(longest)}",${PRICES}}`
  return `{"__proto__":{"polluted":1},"models":[${entries.join(',')},${endless},{"id":"honest",${PRICES}}]}`
}

function keyFacts(corpus: readonly Payload[]): object {
  const text = (at: number) => corpus[at % corpus.length]?.text ?? ''
  return {
    redacted_api_key: text(1),
    name: corpus.map((payload) => payload.text).join(' '),
    user_id: text(100),
    team_id: text(150),
    api_key_id: text(200),
    create_time: text(30),
    modify_time: '9999-99-99T99:99:99Z',
    modified_by: text(60),
    acls: ['api-key:endpoint:*', 'api-key:model:*', ...corpus.map((payload) => payload.text)],
    team_blocked: 'yes',
    api_key_blocked: false,
    api_key_disabled: null,
  }
}

function misbehave(response: ServerResponse, misdeed: Exclude<Misdeed, { kind: 'none' }>): void {
  switch (misdeed.kind) {
    case 'error': {
      const id = misdeed.words.replace(/[^\x20-\x7e]/g, '?').slice(0, 150)
      reply(response, 403, { code: misdeed.words, error: misdeed.words }, { 'x-request-id': id })
      break
    }
    case 'redirect':
      reply(response, misdeed.status, '', { location: misdeed.to })
      break
    case 'endless':
      response.writeHead(200, { 'content-type': misdeed.type })
      pour(response)
      break
    case 'gzip-bomb':
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
      response.end(bomb())
      break
    case 'lie':
      reply(response, 200, misdeed.body, { 'content-type': misdeed.type })
      break
    default:
      misdeed satisfies never
  }
}

/** As fast as it is taken, until nobody listens any more. */
function pour(response: ServerResponse): void {
  const chunk = Buffer.alloc(256 * 1024, ' ')
  const more = (): void => {
    while (!response.destroyed && response.write(chunk));
  }
  response.on('drain', more)
  response.on('close', () => response.off('drain', more))
  more()
}

let made: Buffer | null = null

function bomb(): Buffer {
  made ??= gzipSync(Buffer.alloc(400 * 1024 * 1024, ' '), { level: 1 })
  return made
}

import type { RequestDetails } from '../contract/request-details.ts'
import { isoTime } from '../export/iso-time.ts'
import type { ExchangeEvent } from './exchange.ts'

type Told<Kind extends ExchangeEvent['kind']> = Extract<ExchangeEvent, { kind: Kind }>

/** One try with what came back, in the order told. */
type Try = { leaves: Told<'leaves'>; later: ExchangeEvent[] }

/** The details as JSON of a HAR 1.2 file: one entry for each try, the events of a stream in `_events`. No secrets: the events hold none. */
export function harText({ events }: Pick<RequestDetails, 'events'>): string {
  const entries = triesOf(events).map(entryOf)
  const creator = { name: 'Tokenbook', version: '1' }
  return JSON.stringify({ log: { version: '1.2', creator, entries } }, null, 2)
}

function triesOf(events: readonly ExchangeEvent[]): Try[] {
  const tries: Try[] = []
  for (const event of events) {
    if (event.kind === 'leaves') tries.push({ leaves: event, later: [] })
    else tries.at(-1)?.later.push(event)
  }
  return tries
}

function entryOf({ leaves, later }: Try) {
  const answered = later.find((event): event is Told<'answered'> => event.kind === 'answered')
  const refused = later.find((event): event is Told<'refused'> => event.kind === 'refused')
  const last = later.at(-1)?.sinceMs ?? leaves.sinceMs
  const wait = (answered?.sinceMs ?? last) - leaves.sinceMs
  return {
    startedDateTime: isoTime(leaves.at) ?? '',
    time: last - leaves.sinceMs,
    request: requestOf(leaves),
    response: responseOf(answered, refused, later),
    cache: {},
    timings: { send: 0, wait, receive: last - leaves.sinceMs - wait },
    _events: later.flatMap((event) => (event.kind === 'event' ? eventOf(event) : [])),
    _complete: !later.some(({ kind }) => kind === 'events-left-off'),
  }
}

function requestOf({ method, url, headers, body }: Told<'leaves'>) {
  return {
    ...{ method, url, httpVersion: '', cookies: [], headers: headersOf(headers), queryString: [] },
    ...(body === null ? {} : { postData: { mimeType: typeIn(headers), text: body } }),
    ...{ headersSize: -1, bodySize: -1 },
  }
}

function responseOf(
  answered: Told<'answered'> | undefined,
  refused: Told<'refused'> | undefined,
  later: readonly ExchangeEvent[],
) {
  const headers = answered?.headers ?? []
  const text = later.flatMap((event) => (event.kind === 'event' ? [event.data] : [])).join('\n')
  return {
    status: answered?.status ?? refused?.failure.status ?? 0,
    ...{ statusText: '', httpVersion: '', cookies: [], redirectURL: '', headersSize: -1, bodySize: -1 },
    headers: headersOf(headers),
    content: { size: text.length, mimeType: typeIn(headers), text },
    ...(refused ? { _failure: { code: refused.failure.code, words: refused.failure.serverWords } } : {}),
  }
}

function eventOf({ at, sinceMs, name, data, cut }: Told<'event'>) {
  return { time: isoTime(at) ?? '', sinceMs, name, data, cut }
}

function headersOf(headers: readonly (readonly [string, string])[]) {
  return headers.map(([name, value]) => ({ name, value }))
}

function typeIn(headers: readonly (readonly [string, string])[]): string {
  return headers.find(([name]) => name === 'content-type')?.[1] ?? ''
}

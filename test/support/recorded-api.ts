import type { SeededRandom } from './seeded-random.ts'
import { spoiledBytes, spoiledJson, spoiledStream } from './spoil-body.ts'

type Fetch = (url: string, init: RequestInit) => Promise<Response>
type Recorded = { status: number; type: string; bytes: Uint8Array<ArrayBuffer> }

/** What a server really answered, and a network stack that answers the same again, spoiled or not. */
export type RecordedApi = {
  /** Asks the server and keeps its last answer to each request. */
  record: Fetch
  /** Answers what was recorded, each time with other faults. */
  spoiled(random: SeededRandom): Fetch
}

const STATUSES = [200, 206, 400, 401, 403, 404, 429, 500, 503]
const TYPES = ['', 'text/html', 'application/json', 'text/event-stream', 'text/plain; charset=utf-16', '\\']

export function recordedApi(): RecordedApi {
  const answers = new Map<string, Recorded>()
  const nameOf = (url: string, init: RequestInit): string => `${init.method} ${new URL(url).pathname}`
  return {
    async record(url, init) {
      const response = await fetch(url, init)
      const { status, headers } = response
      const bytes = new Uint8Array(await response.arrayBuffer())
      // The path of a deferred answer holds its id; the faults ask for it under the same id again.
      answers.set(nameOf(url, init), { status, type: headers.get('content-type') ?? '', bytes })
      return new Response(bytes, { status, headers })
    },
    spoiled: (random) => async (url, init) => {
      const recorded = answers.get(nameOf(url, init))
      if (recorded === undefined)
        return Response.json({ code: 'not-found', error: 'no such id' }, { status: 404 })
      const status = random.chance(0.05) ? random.pick(STATUSES) : recorded.status
      const type = random.chance(0.05) ? random.pick(TYPES) : recorded.type
      return new Response(streamOf(spoiledAnswer(recorded, random), random), {
        status,
        headers: { 'content-type': type },
      })
    },
  }
}

function spoiledAnswer({ type, bytes }: Recorded, random: SeededRandom): Uint8Array {
  if (random.chance(0.2)) return spoiledBytes(bytes, random)
  const text = new TextDecoder().decode(bytes)
  const faults = 1 + random.below(3)
  if (type.includes('json')) return new TextEncoder().encode(spoiledJson(JSON.parse(text), random, faults))
  let stream = text
  for (let fault = 0; fault < faults; fault += 1) stream = spoiledStream(stream, random)
  return new TextEncoder().encode(stream)
}

/** In packets of random lengths. */
function streamOf(bytes: Uint8Array, random: SeededRandom): ReadableStream<Uint8Array> {
  const longest = 1 + random.below(2_000)
  let at = 0
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close()
      const end = at + 1 + random.below(longest)
      controller.enqueue(bytes.subarray(at, end))
      at = end
    },
  })
}

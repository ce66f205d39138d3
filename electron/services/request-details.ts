import type { ExchangeEvent } from '../../shared/chat/exchange.ts'
import { harText } from '../../shared/chat/har.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import type { RequestDetails } from '../../shared/contract/request-details.ts'
import { ServiceFailure } from './ports.ts'
import type { ReportBug } from './report-bug.ts'

export type DetailsStore = {
  /** Keeps the newest ones only. What the details hold by then is written, a little later; fails as other stores do. */
  save(details: RequestDetails): Promise<void>
  read(attemptId: string): RequestDetails | null
}

export type RequestDetailsService = {
  /** Also of an answer under way. Throws `not-found`. */
  read(request: { attemptId: string }): RequestDetails
  har(request: { attemptId: string }): { text: string }
  /** Something happened on the wire. Never throws. */
  watch(attemptId: string, event: ExchangeEvent): void
  usageTold(attemptId: string, raw: unknown): void
  /** The answer came to its end: what was gathered goes to disk. Never throws. */
  settled(attemptId: string): void
  /** Kept when all of that is on disk, or could not be put there. */
  saved(): Promise<void>
}

type Gathered = Pick<RequestDetails, 'events' | 'usage'>

/** Gathers what goes over the wire for each answer. It is there to look at, so losing it to a full disk stops nothing. */
export function createRequestDetails(store: DetailsStore, reportBug: ReportBug): RequestDetailsService {
  const gathering = new Map<string, Gathered>()
  let saving = Promise.resolve()

  function gathered(attemptId: string): Gathered {
    const known = gathering.get(attemptId)
    if (known) return known
    const begun: Gathered = { events: [], usage: null }
    gathering.set(attemptId, begun)
    return begun
  }
  function read({ attemptId }: { attemptId: string }): RequestDetails {
    const now = gathering.get(attemptId)
    const details = now ? { attemptId, ...now } : store.read(attemptId)
    if (details === null) throw new ServiceFailure(failureOf('not-found'))
    return details
  }
  async function save(attemptId: string, details: Gathered): Promise<void> {
    try {
      await store.save({ attemptId, ...details })
    } catch (error) {
      if (!(error instanceof ServiceFailure)) reportBug('chat.details', error)
    }
    // Until here it was read from memory. One that is settled twice is the same one.
    gathering.delete(attemptId)
  }
  return {
    read,
    har: (request) => ({ text: harText(read(request)) }),
    watch: (attemptId, event) => {
      gathered(attemptId).events.push(event)
    },
    usageTold(attemptId, raw) {
      gathered(attemptId).usage = JSON.stringify(raw) ?? null
    },
    settled(attemptId) {
      const details = gathering.get(attemptId)
      if (details) saving = saving.then(() => save(attemptId, details))
    },
    saved: () => saving,
  }
}

import { matchOf, readQuery } from '../../shared/chat/search-query.ts'
import { snippetOf } from '../../shared/chat/search-snippet.ts'
import type { SearchHit } from '../../shared/contract/conversations.ts'
import type { Schedule } from '../xai/wire-ports.ts'
import { ServiceFailure } from './ports.ts'
import type { ReportBug } from './report-bug.ts'
import type { SearchStore } from './search-store.ts'

/** `pending`: not all texts are in the index yet. */
type Found = { hits: SearchHit[]; next: string | null; pending: boolean }

export type SearchService = {
  /** What was written last is found too. A query without a word finds nothing. Throws what storing throws. */
  search(request: { query: string; cursor: string | null; limit: number }): Found
  /** Puts texts into the index little by little, while nothing else is to do. */
  indexLater(): void
  close(): void
}

/** One piece takes a few ms, so the window never waits for it; between two the app does other things. */
const PIECE = 20
const PAUSE_MS = 20
/** A search puts in at most this many before it answers. */
const MOST_PIECES = 50

/** Searches all conversations; see the contract for what a query means. */
export function createSearchService(
  store: SearchStore,
  schedule: Schedule,
  reportBug: ReportBug,
): SearchService {
  let waiting: (() => void) | null = null
  let closed = false

  function indexLater(): void {
    if (closed) return
    waiting ??= schedule(PAUSE_MS, () => {
      waiting = null
      if (indexPiece() === PIECE) indexLater()
    })
  }
  function indexPiece(): number {
    try {
      return store.index(PIECE)
    } catch (error) {
      // A full disk: the next search tries again, and says so.
      if (!(error instanceof ServiceFailure)) reportBug('search.index', error)
      return 0
    }
  }
  return {
    indexLater,
    search({ query, ...page }) {
      const read = readQuery(query)
      if (read === null) return { hits: [], next: null, pending: false }
      let pieces = 0
      while (pieces < MOST_PIECES && store.index(PIECE) === PIECE) pieces += 1
      const pending = pieces === MOST_PIECES
      if (pending) indexLater()
      const { rows, next } = store.find(matchOf(read), page)
      const hits = rows.map(({ text, ...hit }) => ({ ...hit, snippet: snippetOf(text, read) }))
      return { hits, next, pending }
    },
    close() {
      closed = true
      waiting?.()
    },
  }
}

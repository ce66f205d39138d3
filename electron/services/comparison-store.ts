import type { Comparison, ComparisonColumn } from '../../shared/contract/comparisons.ts'
import type { ImageToUse } from '../../shared/contract/message.ts'
import type { Paged } from './chat-store.ts'

export type StoredColumn = Pick<ComparisonColumn, 'position' | 'conversationId' | 'state' | 'note'>

export type StoredComparison = Pick<
  Comparison,
  'id' | 'createdAt' | 'system' | 'text' | 'cap' | 'vote' | 'note'
> & {
  images: ImageToUse[]
  columns: StoredColumn[]
}

export type ComparisonStore = {
  /** One transaction; the conversations of the columns are there already. */
  add(comparison: StoredComparison): void
  /** `null` for one that is unknown or removed. */
  read(id: string): StoredComparison | null
  /** Newest first. */
  list(page: { cursor: string | null; limit: number }): Paged<StoredComparison>
  change(id: string, change: { vote?: number | null; note?: string }): void
  changeColumn(id: string, position: number, change: { state?: StoredColumn['state']; note?: string }): void
  setRemoved(id: string, at: number | null): void
}

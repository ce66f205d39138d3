import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, type RefObject, useEffect } from 'react'
import type { WantedPlace } from './use-found-place.ts'

type VirtualMessagesProps = {
  /** Messages of the whole branch; those before `firstKnown` have not been read yet. */
  count: number
  firstKnown: number
  keyOf: (index: number) => string
  renderItem: (index: number) => ReactNode
  /** Reads the page before the first message that is known. */
  onOlder: () => void
  scroll: RefObject<HTMLElement | null>
  /** A place to go to. */
  wanted: WantedPlace | null
}

/** Height of a message that has not been in sight yet (px). */
const GUESS = 160
const OVERSCAN = 4
const FIRST_GUESS = { width: 800, height: 600 }

/**
 * Only the messages in sight, in one real list. What was not read yet holds its place, so that the scroll bar tells the
 * truth about a long conversation from the start.
 */
export function VirtualMessages(props: VirtualMessagesProps): ReactNode {
  const { count, firstKnown, keyOf, renderItem, onOlder, scroll, wanted } = props
  const virtual = useVirtualizer<HTMLElement, HTMLLIElement>({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => GUESS,
    getItemKey: keyOf,
    initialRect: FIRST_GUESS,
    initialOffset: count * GUESS,
    overscan: OVERSCAN,
  })
  const items = virtual.getVirtualItems()
  const first = items[0]
  const wantsOlder = first !== undefined && first.index < firstKnown
  // biome-ignore lint/correctness/useExhaustiveDependencies: page after page, until what is in sight has been read
  useEffect(() => {
    if (wantsOlder) onOlder()
  }, [wantsOlder, firstKnown, onOlder])
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each look, and once more when the message is there
  useEffect(() => {
    if (wanted !== null) virtual.scrollToIndex(wanted.index, { align: 'center' })
  }, [wanted?.round, wanted?.known])
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    <ol
      className="virtual-messages"
      style={{ paddingTop: first?.start ?? 0, paddingBottom: Math.max(0, after) }}
    >
      {items.map(({ index, key }) => (
        <li
          key={key}
          ref={virtual.measureElement}
          data-index={index}
          aria-setsize={count}
          aria-posinset={index + 1}
        >
          {renderItem(index)}
        </li>
      ))}
    </ol>
  )
}

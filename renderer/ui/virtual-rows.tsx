import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { Fragment, type ReactNode, type RefObject, useEffect } from 'react'

type VirtualRowsProps = {
  count: number
  /** Index of the row that stays in the table wherever one scrolls, so that its focus is not lost; -1 for none. */
  kept: number
  /** With a key of its own. */
  renderRow: (index: number) => ReactNode
  scroll: RefObject<HTMLElement | null>
  /** Heights in px. The header stays in place above the rows. */
  rowHeight: number
  headerHeight: number
}

/** Rows kept ready above and below what is in sight. */
const OVERSCAN = 6
/** Until the place of the table is measured (px). */
const FIRST_GUESS = { width: 1000, height: 700 }

/** Only the rows in sight, in one real table: what is left out between them is an empty row as high as they are. */
export function VirtualRows(props: VirtualRowsProps): ReactNode {
  const { count, kept, renderRow, scroll, rowHeight, headerHeight } = props
  const virtual = useVirtualizer<HTMLElement, HTMLTableRowElement>({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    initialRect: FIRST_GUESS,
    paddingStart: headerHeight,
    overscan: OVERSCAN,
    rangeExtractor: (range) => withRow(range, kept),
  })
  useEffect(() => {
    // Rows of another density stand elsewhere: the places of all are counted again.
    if (rowHeight > 0) virtual.measure()
  }, [rowHeight, virtual])
  const shown = virtual.getVirtualItems().map(({ index }) => index)
  return (
    <>
      {shown.map((index, at) => (
        <Fragment key={index}>
          <Gap rows={index - (shown[at - 1] ?? -1) - 1} rowHeight={rowHeight} />
          {renderRow(index)}
        </Fragment>
      ))}
      <Gap rows={count - 1 - (shown.at(-1) ?? -1)} rowHeight={rowHeight} />
    </>
  )
}

function withRow(range: Range, index: number): number[] {
  const indexes = defaultRangeExtractor(range)
  if (index < 0 || indexes.includes(index)) return indexes
  return [...indexes, index].sort((a, b) => a - b)
}

function Gap({ rows, rowHeight }: { rows: number; rowHeight: number }): ReactNode {
  if (rows <= 0) return null
  const height = `${rows * rowHeight}px`
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row is not focusable
    <tr aria-hidden="true" className="row-gap" style={{ height }}>
      <td style={{ height }} />
    </tr>
  )
}

/** Closer to the end than this many pixels counts as being there. */
const NEAR_PX = 24

type Extent = { scrollTop: number; clientHeight: number; scrollHeight: number }

function isAtEnd({ scrollTop, clientHeight, scrollHeight }: Extent): boolean {
  return scrollHeight - clientHeight - scrollTop <= NEAR_PX
}

/**
 * Whether the view follows the end after a scroll event. Only a move upwards lets go: content that grows, or a window
 * that is resized, also makes scroll events and must not.
 */
export function followsAfter(follows: boolean, extent: Extent, scrollTopBefore: number): boolean {
  if (isAtEnd(extent)) return true
  return extent.scrollTop < scrollTopBefore ? false : follows
}

import { type ReactNode, useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'

/** What the token view is measured against: every token an element of React, in one element that scrolls. */

/** The simplest thing that works. */
function PlainSpans({ tokens }: { tokens: readonly string[] }): ReactNode {
  return tokens.map((token, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: tokens never move
    <span key={place} className={`chip chip-${place % 5}`}>
      {token}
    </span>
  ))
}

const COLOURS = ['#bae6fd', '#fde68a', '#bfdbfe', '#bbf7d0', '#fed7aa', '#a5f3fc', '#e5e7eb', '#e9d5ff']

/**
 * The way of tiktokenizer (dqbd/tiktokenizer, TokenViewer): a list of coloured spans that know of the pointer through
 * state of their parent, so pointing at one renders all of them, and the ids once more as a second list of spans.
 */
function HoverSpans({ tokens }: { tokens: readonly string[] }): ReactNode {
  const [pointed, setPointed] = useState<number | null>(null)
  const colour = (place: number) =>
    pointed === null || pointed === place ? COLOURS[place % COLOURS.length] : undefined
  return (
    <>
      <pre style={{ whiteSpace: 'pre-wrap', wordBreak: 'break-all' }}>
        {tokens.map((token, place) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: as it is there
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: tokens never move
            key={place}
            style={{ backgroundColor: colour(place) }}
            onMouseEnter={() => setPointed(place)}
            onMouseLeave={() => setPointed(null)}
          >
            {token}
          </span>
        ))}
      </pre>
      <pre style={{ whiteSpace: 'pre-wrap', wordBreak: 'break-all' }}>
        {tokens.map((token, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: tokens never move
          <span key={place} style={{ backgroundColor: colour(place) }}>
            {`${token.length}, `}
          </span>
        ))}
      </pre>
    </>
  )
}

const VIEWS = { plain: PlainSpans, tiktokenizer: HoverSpans }
let root: Root | null = null

/** For the script that injects this file. */
Reflect.set(window, 'showTokenPeer', (name: keyof typeof VIEWS, tokens: readonly string[]) => {
  const place = document.createElement('div')
  place.id = 'token-peer'
  // The same window onto the tokens as the app's own list has.
  place.style.cssText = 'position: fixed; inset: 100px; height: 322px; overflow: auto; background: white'
  document.body.append(place)
  const View = VIEWS[name]
  root = createRoot(place)
  root.render(<View tokens={tokens} />)
})
Reflect.set(window, 'removeTokenPeer', () => {
  root?.unmount()
  document.getElementById('token-peer')?.remove()
})

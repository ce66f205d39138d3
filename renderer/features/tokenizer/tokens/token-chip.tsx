import type { ReactNode } from 'react'
import { type ChipPiece, chipPieces } from './chip-pieces.ts'
import type { ChipWords } from './chip-words.ts'
import { type ChipFace, MOST_COLUMNS } from './line-layout.ts'
import { hexOf, type ShownToken } from './shown-token.ts'

type TokenChipProps = {
  token: ShownToken
  /** Of all tokens. */
  count: number
  face: ChipFace
  words: ChipWords
  /** Id of the element, which the list points at for the token the cursor is on. */
  id: string
  current: boolean
  found: boolean
}

/** Five colours in turn; a line around each chip parts neighbours without any colour. */
const COLOURS = 5
/** Words, numbers and marks with at most the one space before them: nothing in it has to be named. */
const PLAIN = /^ ?[!-~\u00a1-\u00ac\u00ae-\u02ff\u0400-\u0481]+$/

export function TokenChip(props: TokenChipProps): ReactNode {
  const { token, count, face, words, id, current } = props
  return (
    // The list itself has the focus and the keys; its options are only pointed at.
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays on the list, see aria-activedescendant
    <span
      role="option"
      id={current ? id : undefined}
      data-token={token.index}
      aria-label={words(token)}
      aria-posinset={token.index + 1}
      aria-setsize={count}
      aria-selected={current}
      className={classOf(props)}
    >
      {face === 'text' ? textFace(token) : face === 'ids' ? token.id : bytesFace(token)}
    </span>
  )
}

function classOf({ token, face, found }: TokenChipProps): string {
  let name = `chip chip-${token.index % COLOURS}`
  if (token.sharedBy > 1) name += ' chip-split'
  if (found) name += ' chip-found'
  if (face === 'text' && token.text.startsWith(' ') && isPlain(token)) name += ' chip-lead'
  return name
}

function isPlain({ text, sharedBy, invalid }: ShownToken): boolean {
  return sharedBy === 1 && !invalid && text.length <= MOST_COLUMNS && PLAIN.test(text)
}

function textFace(token: ShownToken): ReactNode {
  if (token.bytes.length === 0) return '∅'
  if (token.sharedBy > 1 && token.place === 0) {
    // The bytes are drawn by the style sheet: whoever speaks the words on screen to choose a token says the character.
    return (
      <>
        <span className="chip-joined">
          <Pieces text={token.text} />
        </span>
        <span className="chip-bytes" data-bytes={bytesFace(token)} />
      </>
    )
  }
  if (token.sharedBy > 1) return <span className="chip-bytes">{bytesFace(token)}</span>
  if (token.invalid) return <span className="chip-bytes">{bytesFace(token)}</span>
  return isPlain(token) ? token.text : <Pieces text={token.text} />
}

function Pieces({ text }: { text: string }): ReactNode {
  const shown = text.length <= MOST_COLUMNS ? text : text.slice(0, MOST_COLUMNS - 1)
  return (
    <>
      {chipPieces(shown).map((piece, place) => (
        // Pieces of one token never change places.
        // biome-ignore lint/suspicious/noArrayIndexKey: the place in the text is the identity
        <Piece key={place} piece={piece} />
      ))}
      {shown !== text && '…'}
    </>
  )
}

function Piece({ piece }: { piece: ChipPiece }): ReactNode {
  if (piece.kind === 'text') return piece.text
  if (piece.kind === 'spaces') return <span className="chip-spaces">{piece.text}</span>
  return <span className={piece.short.length === 1 ? 'chip-mark' : 'chip-name'}>{piece.short}</span>
}

function bytesFace({ bytes }: ShownToken): string {
  const most = Math.floor(MOST_COLUMNS / 3)
  if (bytes.length === 0) return '∅'
  return bytes.length <= most ? hexOf(bytes) : `${hexOf(bytes.subarray(0, most - 1))} …`
}

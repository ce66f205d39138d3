import { memo, type ReactNode } from 'react'
import type { ChipWords } from './chip-words.ts'
import type { Match } from './find-tokens.ts'
import type { ChipFace } from './line-layout.ts'
import { shownTokens } from './shown-token.ts'
import { TokenChip } from './token-chip.tsx'
import type { TokenTable } from './token-table.ts'

type TokenLineProps = {
  table: TokenTable
  face: ChipFace
  words: ChipWords
  /** First token, and the first of the next line. */
  from: number
  to: number
  /** Pixels from the top of all lines. */
  top: number
  listId: string
  /** The token the cursor is on, when it is in this line. */
  cursor: number | null
  match: Match | null
}

/** One line of chips. Scrolling keeps the lines that stay, so only new ones are drawn. */
export const TokenLine = memo(function TokenLine(props: TokenLineProps): ReactNode {
  const { table, face, words, from, to, top, listId, cursor, match } = props
  return (
    <div role="presentation" className="token-line" style={{ top }}>
      {shownTokens(table, from, to).map((token) => (
        <TokenChip
          key={token.index}
          token={token}
          count={table.count}
          face={face}
          words={words}
          id={`${listId}-${token.index}`}
          current={token.index === cursor}
          found={match !== null && token.index >= match.first && token.index <= match.last}
        />
      ))}
    </div>
  )
})

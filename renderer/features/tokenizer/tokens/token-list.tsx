import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useChipWords } from './chip-words.ts'
import type { Match } from './find-tokens.ts'
import { type ChipFace, layoutLines, lineOfToken } from './line-layout.ts'
import { tokenAfterKey } from './token-keys.ts'
import { TokenLine } from './token-line.tsx'
import type { TokenTable } from './token-table.ts'
import { LINE_HEIGHT, useTokenWindow } from './use-token-window.ts'

type TokenListProps = {
  table: TokenTable
  face: ChipFace
  label: string
  cursor: number | null
  match: Match | null
  onCursor: (token: number) => void
  onPoint: (token: number | null) => void
}

/**
 * All tokens as chips in lines, of which only those in sight are drawn. One tab stop: the arrow keys move a cursor from
 * token to token, and the list names the one it is on.
 */
export function TokenList(props: TokenListProps): ReactNode {
  const { table, face, label, cursor, match, onCursor, onPoint } = props
  const { t } = useTranslation('tokenizer')
  const id = useId()
  const view = useTokenWindow()
  const words = useChipWords()
  const { columns, scrollToLine } = view
  const starts = useMemo(() => layoutLines(table, face, columns), [table, face, columns])
  const line = cursor === null ? null : lineOfToken(starts, cursor)
  useEffect(() => {
    if (line !== null) scrollToLine(line)
  }, [line, scrollToLine])
  const onKeyDown = (event: KeyboardEvent) => {
    const linesAPage = Math.max(1, Math.floor(view.height / LINE_HEIGHT) - 1)
    const to = tokenAfterKey(event.key, event.ctrlKey, cursor ?? 0, {
      starts,
      count: table.count,
      linesAPage,
    })
    if (to === null || event.altKey || event.metaKey) return
    event.preventDefault()
    onCursor(cursor === null ? 0 : to)
  }
  const last = Math.min(view.last, starts.length)
  const shownCursor = cursor !== null && line !== null && line >= view.first && line < last ? cursor : null
  return (
    <div
      ref={view.scroller}
      className="token-list"
      data-tokens={table.count}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-roledescription={t('listRole')}
      aria-activedescendant={shownCursor === null ? undefined : `${id}-${shownCursor}`}
      onScroll={view.onScroll}
      onKeyDown={onKeyDown}
      onFocus={() => {
        if (cursor === null) onCursor(starts[view.first] ?? 0)
      }}
      onClick={(event) => moveTo(event.target, onCursor)}
      onPointerOver={(event: PointerEvent) => onPoint(tokenUnder(event.target))}
      onPointerLeave={() => onPoint(null)}
    >
      <div role="presentation" className="token-lines" style={{ height: starts.length * LINE_HEIGHT }}>
        {rangeOf(view.first, last).map((at) => (
          <TokenLine
            key={at}
            table={table}
            face={face}
            words={words}
            from={starts[at] ?? 0}
            to={starts[at + 1] ?? table.count}
            top={at * LINE_HEIGHT}
            listId={id}
            cursor={at === line ? cursor : null}
            match={
              match !== null && touches(match, starts[at] ?? 0, starts[at + 1] ?? table.count) ? match : null
            }
          />
        ))}
      </div>
    </div>
  )
}

function rangeOf(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset)
}

function touches({ first, last }: Match, from: number, to: number): boolean {
  return first < to && last >= from
}

function moveTo(target: EventTarget, onCursor: (token: number) => void): void {
  const token = tokenUnder(target)
  if (token !== null) onCursor(token)
}

function tokenUnder(target: EventTarget): number | null {
  const chip = target instanceof Element ? target.closest('[data-token]') : null
  const token = chip?.getAttribute('data-token')
  return token === null || token === undefined ? null : Number(token)
}

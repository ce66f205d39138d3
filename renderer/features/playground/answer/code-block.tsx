import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '../../../ui/copy-button.tsx'

/** Long code is laid out in pieces: what stands above stays as it is while the last piece grows. */
const LINES_IN_PIECE = 48

/** Code as it came, never highlighted by markup from outside. `open` = more will follow. */
export function CodeBlock({
  language,
  text,
  open,
}: {
  language: string
  text: string
  open: boolean
}): ReactNode {
  const { t } = useTranslation('playground')
  return (
    <figure className="answer-code" translate="no">
      <figcaption>
        <span className="quiet">{language === '' ? t('answer.code') : language}</span>
        {!open && <CopyButton text={text} label={t('answer.copyCode')} />}
      </figcaption>
      <pre dir="ltr">
        <code>
          {piecesOf(text).map((piece) => (
            <CodePiece key={piece.line} text={piece.text} />
          ))}
        </code>
      </pre>
    </figure>
  )
}

const CodePiece = memo(
  ({ text }: { text: string }): ReactNode => <span className="answer-code-piece">{text}</span>,
)

/** Each piece but the last ends with its line break, so that the pieces together are the text. */
function piecesOf(text: string): { line: number; text: string }[] {
  const lines = text.split('\n')
  const pieces: { line: number; text: string }[] = []
  for (let line = 0; line < lines.length; line += LINES_IN_PIECE) {
    const end = line + LINES_IN_PIECE
    const piece = lines.slice(line, end).join('\n')
    pieces.push({ line, text: end < lines.length ? `${piece}\n` : piece })
  }
  return pieces
}

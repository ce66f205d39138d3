import { memo, type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { type CodeRun, piecesOf } from './code-runs.ts'
import { useCodeRuns } from './use-code-runs.ts'

/** Long code is laid out in pieces: what stands above stays as it is while the last piece grows. */
const LINES_IN_PIECE = 48

type CodeBlockProps = { language: string; text: string; open: boolean }

/** Code as it came; coloured once, after its end has come, without moving. `open` = more will follow. */
export function CodeBlock(props: CodeBlockProps): ReactNode {
  // Nothing to read, copy or colour: a text of nothing but fences must not cost a page of widgets.
  if (props.text === '' && !props.open) return <pre className="answer-code" />
  return <FilledCode {...props} />
}

function FilledCode({ language, text, open }: CodeBlockProps): ReactNode {
  const { t } = useTranslation('playground')
  const runs = useCodeRuns(language, text, !open)
  const pieces = useMemo(() => piecesOf(runs ?? [{ text, role: null }], LINES_IN_PIECE), [runs, text])
  return (
    <figure className="answer-code" translate="no">
      <figcaption>
        <span className="quiet">{language === '' ? t('answer.code') : language}</span>
        {!open && <CopyButton text={text} label={t('answer.copyCode')} />}
      </figcaption>
      <pre dir="ltr">
        <code>
          {pieces.map((piece, place) => (
            // Lines only ever come at the end.
            // biome-ignore lint/suspicious/noArrayIndexKey: the position of a piece is its identity
            <CodePiece key={place} runs={piece} />
          ))}
        </code>
      </pre>
    </figure>
  )
}

const CodePiece = memo(
  ({ runs }: { runs: readonly CodeRun[] }): ReactNode => (
    <span className="answer-code-piece">
      {runs.map(({ text, role }, place) =>
        role === null ? (
          text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: runs of a piece never move
          <span key={place} className={`code-${role}`}>
            {text}
          </span>
        ),
      )}
    </span>
  ),
  (before, after) => sameRuns(before.runs, after.runs),
)

function sameRuns(before: readonly CodeRun[], after: readonly CodeRun[]): boolean {
  if (before.length !== after.length) return false
  return before.every(({ text, role }, place) => after[place]?.text === text && after[place].role === role)
}

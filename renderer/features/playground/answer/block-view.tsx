import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Block, ListItem } from './block.ts'
import { type PlacedBlock, readBlocks } from './blocks.ts'
import { CodeBlock } from './code-block.tsx'
import { Footnote } from './footnote.tsx'
import { readGrowing } from './growing-blocks.ts'
import { InlineText } from './inline-text.tsx'
import { MathSource, MathText } from './math-text.tsx'
import { TableBlock } from './table-block-view.tsx'

/** Quotes and lists inside each other beyond this are shown as text: nobody can read them, and a page could be stuck. */
const DEEPEST = 8

type BlockProps = { placed: PlacedBlock; open: boolean; depth: number }

/** One block. It is drawn again only when its lines changed, or when it stops growing. */
export const BlockView = memo(
  ({ placed, open, depth }: BlockProps): ReactNode => (
    <BlockContent block={placed.block} open={open} depth={depth} />
  ),
  (before, after) => before.placed.raw === after.placed.raw && before.open === after.open,
)

function BlockContent({ block, open, depth }: { block: Block; open: boolean; depth: number }): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <InlineText text={block.text} open={open} />
        </p>
      )
    case 'heading':
      return <Heading level={block.level} text={block.text} open={open} />
    case 'code':
      return <CodeBlock language={block.language} text={block.text} open={open && !block.closed} />
    case 'rule':
      return <hr />
    case 'quote':
      return (
        <blockquote>
          <Nested source={block.source} open={open} depth={depth + 1} />
        </blockquote>
      )
    case 'list':
      return <ListBlock block={block} open={open} depth={depth} />
    case 'math':
      return <MathBlock tex={block.tex} closed={block.closed} />
    case 'footnote':
      return (
        <Footnote label={block.label}>
          <Nested source={block.source} open={open} depth={depth + 1} />
        </Footnote>
      )
    case 'table':
      return <TableBlock {...block} open={open} />
  }
}

/** The place of a formula is kept from its first sign on; its source stands there until its end has come. */
function MathBlock({ tex, closed }: { tex: string; closed: boolean }): ReactNode {
  return (
    <div className="answer-math">{closed ? <MathText tex={tex} display /> : <MathSource tex={tex} />}</div>
  )
}

/** The view has the h1 and a message the h2: the headings of an answer begin below them. */
function Heading({ level, text, open }: { level: number; text: string; open: boolean }): ReactNode {
  const Tag = level === 1 ? 'h3' : level === 2 ? 'h4' : level === 3 ? 'h5' : 'h6'
  return (
    <Tag>
      <InlineText text={text} open={open} />
    </Tag>
  )
}

type ListProps = { block: Extract<Block, { kind: 'list' }>; open: boolean; depth: number }

function ListBlock({ block, open, depth }: ListProps): ReactNode {
  const items = block.items.map((item, index) => ({
    item,
    key: `item ${index}`,
    last: index === block.items.length - 1,
  }))
  const children = items.map(({ item, key, last }) => (
    <Item key={key} source={item.source} checked={item.checked} open={open && last} depth={depth + 1} />
  ))
  return block.ordered ? <ol start={block.start}>{children}</ol> : <ul>{children}</ul>
}

type ItemProps = { source: string; checked: ListItem['checked']; open: boolean; depth: number }

const Item = memo(({ source, checked, open, depth }: ItemProps): ReactNode => {
  const { t } = useTranslation('playground')
  return (
    <li className={checked === null ? undefined : 'answer-task'}>
      {checked !== null && (
        <span role="img" aria-label={checked ? t('answer.done') : t('answer.notDone')}>
          {checked ? '☑' : '☐'}
        </span>
      )}
      <Nested source={source} open={open} depth={depth} />
    </li>
  )
})

function Nested({ source, open, depth }: { source: string; open: boolean; depth: number }): ReactNode {
  if (depth > DEEPEST) return <p>{source}</p>
  const lines = source.split('\n')
  const blocks = open ? readGrowing(lines) : readBlocks(lines)
  return blocks.map((placed, index) => (
    <BlockView
      key={`${placed.line} ${placed.block.kind}`}
      placed={placed}
      open={open && index === blocks.length - 1}
      depth={depth}
    />
  ))
}

import { createContext, memo, type ReactNode, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { FootnoteMark } from './footnote.tsx'
import { readInline } from './inline.ts'
import { type Inline, plainText } from './inline-node.ts'
import { MathText } from './math-text.tsx'

/** What a press on a link in an answer does. A link is a button: it has no address that the page could go to. */
export const OpenLink = createContext<(url: string) => void>(() => undefined)

/** Running text with its markup. `open` = more will follow at its end. */
export const InlineText = memo(({ text, open }: { text: string; open: boolean }): ReactNode => {
  return <InlineNodes nodes={readInline(text, { open })} />
})

function InlineNodes({ nodes }: { nodes: readonly Inline[] }): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: text only grows at its end, so the position of a piece is its identity
  return nodes.map((node, index) => <InlineNode key={`${index} ${node.kind}`} node={node} />)
}

function InlineNode({ node }: { node: Inline }): ReactNode {
  switch (node.kind) {
    case 'text':
      return node.text
    case 'code':
      return <code>{node.text}</code>
    case 'strong':
      return (
        <strong>
          <InlineNodes nodes={node.children} />
        </strong>
      )
    case 'emphasis':
      return (
        <em>
          <InlineNodes nodes={node.children} />
        </em>
      )
    case 'strike':
      return (
        <s>
          <InlineNodes nodes={node.children} />
        </s>
      )
    case 'link':
      return <AnswerLink node={node} />
    case 'math':
      return <MathText tex={node.tex} display={node.display} />
    case 'footnote':
      return <FootnoteMark label={node.label} />
    case 'break':
      return <br />
    case 'image':
      return <ImageLink node={node} />
  }
}

/** Always shows the host that would be opened, unless the words are the address itself. */
function AnswerLink({ node }: { node: Extract<Inline, { kind: 'link' }> }): ReactNode {
  const open = useContext(OpenLink)
  const words = plainText(node.children)
  const tellsItself = words === node.url || `${words}/` === node.url
  return (
    <button type="button" className="answer-link" title={node.url} onClick={() => open(node.url)}>
      {words.trim() === '' ? node.host : <InlineNodes nodes={node.children} />}
      {!tellsItself && <HostMark host={node.host} />}
    </button>
  )
}

/** An image is named and never fetched: fetching it would tell a stranger what was read (security A4). */
function ImageLink({ node }: { node: Extract<Inline, { kind: 'image' }> }): ReactNode {
  const { t } = useTranslation('playground')
  const open = useContext(OpenLink)
  return (
    <button type="button" className="answer-link" title={node.url} onClick={() => open(node.url)}>
      {t('answer.image', { name: node.alt.trim() === '' ? node.host : node.alt })}
      <HostMark host={node.host} />
    </button>
  )
}

function HostMark({ host }: { host: string }): ReactNode {
  return (
    <>
      {' '}
      <span className="answer-host">({host})</span>
    </>
  )
}

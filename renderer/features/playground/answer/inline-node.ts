/** What stands in one line of running text. Nothing here is HTML: markup that we do not know stays text. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'math'; tex: string; display: boolean }
  /** A mark that leads to the words of a footnote. */
  | { kind: 'footnote'; label: string }
  | { kind: 'break' }
  | { kind: 'strong' | 'emphasis' | 'strike'; children: readonly Inline[] }
  | { kind: 'link'; url: string; host: string; children: readonly Inline[] }
  | { kind: 'image'; url: string; host: string; alt: string }

/** The words alone, without any markup. */
export function plainText(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      switch (node.kind) {
        case 'image':
          return node.alt
        case 'math':
          return node.tex
        case 'footnote':
          return ''
        case 'break':
          return ' '
        default:
          return 'children' in node ? plainText(node.children) : node.text
      }
    })
    .join('')
}

/** A link in a link has no meaning: only the words of the inner one stay. */
export function withoutLinks(nodes: readonly Inline[]): readonly Inline[] {
  return nodes.map((node): Inline => {
    if (node.kind === 'image' || node.kind === 'link') return { kind: 'text', text: plainText([node]) }
    return 'children' in node ? { ...node, children: withoutLinks(node.children) } : node
  })
}

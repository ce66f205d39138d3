import { type ESTree, parseSync } from 'vite'
import type { SourceFile } from './source-file.ts'
import { lineAt } from './violation.ts'

/**
 * One import as written. `type` leaves nothing behind at run time; `value` does. Under `verbatimModuleSyntax`
 * `import { type A } from 'x'` still loads x, so only `import type` and `export type` count as types.
 */
export type Import = { specifier: string; kind: 'type' | 'value'; line: number }

export type ParsedModule = SourceFile & {
  /** The syntax tree as a list, parents first. */
  nodes: readonly ESTree.Node[]
  comments: readonly { text: string; line: number }[]
  imports: readonly Import[]
}

/** Reads one file into its syntax tree. Throws when it is not valid TypeScript. */
export function parseModule(file: SourceFile): ParsedModule {
  const { program, comments, errors } = parseSync(file.path, file.text)
  const [error] = errors
  if (error) throw new Error(`${file.path}: ${error.message}`)
  const nodes = nodesOf(program)
  return {
    ...file,
    nodes,
    comments: comments.map(({ value, start }) => ({ text: value.trim(), line: lineAt(file.text, start) })),
    imports: nodes.flatMap((node) => importOf(node, file.text)),
  }
}

/** Every node of the tree below and including `root`, parents first. */
function nodesOf(root: ESTree.Node): ESTree.Node[] {
  const nodes: ESTree.Node[] = []
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(collect)
    if (!isNode(value)) return
    nodes.push(value)
    Object.values(value).forEach(collect)
  }
  collect(root)
  return nodes
}

function isNode(value: unknown): value is ESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}

function importOf(node: ESTree.Node, text: string): Import[] {
  const [source, kind] = sourceOf(node)
  if (source?.type !== 'Literal' || typeof source.value !== 'string') return []
  return [{ specifier: source.value, kind, line: lineAt(text, source.start) }]
}

function sourceOf(node: ESTree.Node): [ESTree.Node | null, Import['kind']] {
  switch (node.type) {
    case 'ImportDeclaration':
      return [node.source, node.importKind ?? 'value']
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return [node.source, node.exportKind ?? 'value']
    case 'TSImportType':
      return [node.source, 'type']
    case 'ImportExpression':
      return [node.source, 'value']
    case 'CallExpression':
      return [requiredModule(node), 'value']
    case 'NewExpression':
      return [moduleUrl(node), 'value']
    default:
      return [null, 'value']
  }
}

/** `require('x')`: the bundler follows it as it follows an import. */
function requiredModule({ callee, arguments: [first] }: ESTree.CallExpression): ESTree.Node | null {
  return callee.type === 'Identifier' && callee.name === 'require' ? (first ?? null) : null
}

/** `new URL('./worker.ts', import.meta.url)`: how a worker is named. */
function moduleUrl({ callee, arguments: [first, second] }: ESTree.NewExpression): ESTree.Node | null {
  const isUrl = callee.type === 'Identifier' && callee.name === 'URL'
  const isOwn = second?.type === 'MemberExpression' && second.object.type === 'MetaProperty'
  return isUrl && isOwn ? (first ?? null) : null
}

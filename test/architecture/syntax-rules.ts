import type { ESTree } from 'vite'
import { newerApi } from './newer-apis.ts'
import type { ParsedModule } from './parsed-module.ts'
import { isBelow, isProduct } from './source-file.ts'
import { lineAt, type Violation } from './violation.ts'

/** One rule about the code inside a file. `finds` says what is wrong with a node, `null` when nothing is. */
export type SyntaxRule = {
  name: string
  why: string
  binds: (path: string) => boolean
  finds: (node: ESTree.Node) => string | null
}

const forbiddenPreferences = [
  'webSecurity',
  'allowRunningInsecureContent',
  'experimentalFeatures',
  'enableBlinkFeatures',
  'allowpopups',
]
/** Window settings whose only acceptable spelling is this one (Electron's security checklist, points 2 to 4 and 11). */
const fixedPreferences: Readonly<Record<string, boolean>> = {
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  contextIsolation: true,
  sandbox: true,
}

export const syntaxRules: readonly SyntaxRule[] = [
  {
    name: 'only rpc.ts touches the port',
    why: 'everything else in the page calls the typed client',
    binds: (path) => isBelow(path, 'renderer') && path !== 'renderer/rpc.ts',
    finds: oneOf(['MessagePort', 'MessageChannel', 'MessageEvent', 'postMessage']),
  },
  {
    name: 'no HTML from strings in the page',
    why: 'model text and server text are untrusted; React writes text nodes',
    binds: (path) => isBelow(path, 'renderer'),
    finds: oneOf([
      'dangerouslySetInnerHTML',
      'innerHTML',
      'outerHTML',
      'insertAdjacentHTML',
      'createContextualFragment',
      'setHTMLUnsafe',
      'parseHTMLUnsafe',
      'srcdoc',
      'srcDoc',
    ]),
  },
  {
    name: 'no code from strings',
    why: 'text never becomes code',
    binds: isProduct,
    finds: (node) => {
      if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return null
      const name = nameOf(node.callee)
      return name === 'eval' || name === 'Function' ? name : null
    },
  },
  {
    name: 'imports are written out',
    why: 'a computed import escapes every rule of the import graph',
    binds: isProduct,
    finds: (node) =>
      node.type === 'ImportExpression' && node.source.type !== 'Literal' ? 'computed import' : null,
  },
  {
    name: 'openExternal only in app/links.ts',
    why: 'one place checks the scheme and asks the person',
    binds: (path) => isProduct(path) && path !== 'electron/app/links.ts',
    finds: oneOf(['openExternal']),
  },
  {
    name: 'ipcRenderer stays in the preload',
    why: 'a page that holds it can send on any channel',
    binds: (path) => isProduct(path) && !isBelow(path, 'electron/preload'),
    finds: oneOf(['ipcRenderer']),
  },
  {
    name: 'the preload exposes no part of ipcRenderer',
    why: 'it hands over one port and nothing else',
    binds: (path) => isBelow(path, 'electron/preload'),
    finds: oneOf(['exposeInMainWorld', 'exposeInIsolatedWorld', 'sendSync']),
  },
  {
    name: 'no weakened window settings',
    why: 'the defaults are the safe ones',
    binds: (path) => isBelow(path, 'electron'),
    finds: oneOf(forbiddenPreferences),
  },
  {
    name: 'sandbox, isolation and no Node in the page',
    why: 'the page must never reach Node',
    binds: (path) => isBelow(path, 'electron'),
    finds: (node) => {
      if (node.type !== 'Property') return null
      const name = nameOf(node.key)
      const fixed = Object.hasOwn(fixedPreferences, name) ? fixedPreferences[name] : undefined
      const isFixed = node.value.type === 'Literal' && node.value.value === fixed
      return fixed === undefined || isFixed ? null : `${name} must be ${fixed}`
    },
  },
  {
    name: 'no certificate check is turned off',
    why: 'the key travels over this connection',
    binds: isProduct,
    finds: oneOf(['rejectUnauthorized', 'NODE_TLS_REJECT_UNAUTHORIZED', 'setCertificateVerifyProc']),
  },
  {
    name: 'no URL scheme and no crash upload',
    why: 'links from outside start nothing here, and a dump would hold the key',
    binds: (path) => isBelow(path, 'electron'),
    finds: oneOf(['setAsDefaultProtocolClient', 'crashReporter']),
  },
  {
    name: 'shared reads no clock and no dice',
    why: 'the same input gives the same number on both sides',
    binds: (path) => isBelow(path, 'shared'),
    finds: (node) => {
      if (node.type === 'NewExpression' && node.arguments.length === 0)
        return nameOf(node.callee) === 'Date' ? 'new Date()' : null
      if (node.type !== 'MemberExpression') return null
      const read = `${nameOf(node.object)}.${nameOf(node.property)}`
      return read === 'Date.now' || read === 'Math.random' ? read : null
    },
  },
  {
    name: 'shared keeps no state',
    why: 'two processes would each have their own',
    binds: (path) => isBelow(path, 'shared'),
    finds: (node) => {
      if (node.type !== 'Program') return null
      const declared = node.body.map((statement) =>
        statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement,
      )
      const isState = declared.some((one) => one?.type === 'VariableDeclaration' && one.kind !== 'const')
      return isState ? 'a variable of the module' : null
    },
  },
  {
    name: 'no API newer than the oldest runtime',
    why: 'Chrome 114 and Node 18.15 do not have it',
    binds: isProduct,
    finds: newerApi,
  },
  {
    name: 'no definite assignment',
    why: "`let x!: T` is the non-null '!' that the linter does not see",
    binds: () => true,
    finds: (node) => {
      if (node.type !== 'VariableDeclarator' && node.type !== 'PropertyDefinition') return null
      return node.definite === true ? 'definite assignment' : null
    },
  },
  {
    name: 'no assertion through unknown',
    why: '`as unknown as T` says anything; parse at the edge instead',
    binds: isProduct,
    finds: (node) =>
      node.type === 'TSAsExpression' && node.expression.type === 'TSAsExpression' ? 'double assertion' : null,
  },
]

/** Every place in one file that breaks a syntax rule. */
export function checkSyntax({ path, text, nodes }: ParsedModule): Violation[] {
  return syntaxRules
    .filter((rule) => rule.binds(path))
    .flatMap(({ name, why, finds }) =>
      nodes.flatMap((node) => {
        const what = finds(node)
        return what === null
          ? []
          : [{ rule: name, path, line: lineAt(text, node.start), what: `${what}: ${why}` }]
      }),
    )
}

/** Finds each of the names, also where it is written as a string (`element['innerHTML']`). */
function oneOf(names: readonly string[]): SyntaxRule['finds'] {
  return (node) => {
    const name = nameOf(node)
    return names.includes(name) ? name : null
  }
}

/** What an identifier, a JSX name or a string says; empty for every other node. */
function nameOf(node: ESTree.Node): string {
  if (node.type === 'Identifier' || node.type === 'JSXIdentifier') return node.name
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : ''
}

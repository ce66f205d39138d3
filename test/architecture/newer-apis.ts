import type { ESTree } from 'vite'

/**
 * What the fallback runtime (Chrome 114, Node 18.15: decisions 5 and 7) does not have, by the way it is
 * written. The compiler sees only a part of it: the types of the page and of Node are those of newer ones.
 */
const STATIC: Readonly<Record<string, readonly string[]>> = {
  AbortSignal: ['any'],
  Array: ['fromAsync'],
  Iterator: ['from', 'concat'],
  Map: ['groupBy'],
  Math: ['sumPrecise'],
  Object: ['groupBy'],
  Promise: ['withResolvers', 'try'],
  ReadableStream: ['from'],
  RegExp: ['escape'],
  URL: ['canParse', 'parse'],
  Uint8Array: ['fromBase64', 'fromHex'],
}
const METHODS = [
  ...['isSubsetOf', 'isSupersetOf', 'isDisjointFrom', 'symmetricDifference'],
  ...['toBase64', 'toHex', 'setFromBase64', 'setFromHex'],
]
/** Methods of `Set` whose names zod uses too. */
const SET_METHODS = ['union', 'intersection', 'difference']
const GIVE_ITERATORS = ['values', 'keys', 'entries', 'matchAll']
const ITERATOR_HELPERS = [
  ...['map', 'filter', 'take', 'drop', 'flatMap', 'reduce', 'toArray', 'forEach', 'some', 'every', 'find'],
]

/** The name of an API in `node` that the oldest runtime lacks, or `null`. */
export function newerApi(node: ESTree.Node): string | null {
  if (node.type === 'MemberExpression') return newerStatic(node)
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return null
  const { object, property } = node.callee
  const method = nameOf(property)
  if (METHODS.includes(method)) return `.${method}()`
  if (SET_METHODS.includes(method) && nameOf(object) !== 'z') return `.${method}() of Set`
  return ITERATOR_HELPERS.includes(method) && isIterator(object) ? `.${method}() of an iterator` : null
}

function newerStatic({ object, property }: ESTree.MemberExpression): string | null {
  const owner = nameOf(object)
  const name = nameOf(property)
  const newer = Object.hasOwn(STATIC, owner) ? STATIC[owner] : undefined
  return newer?.includes(name) ? `${owner}.${name}` : null
}

/** `Object.values(x)` and its like give arrays; the same names as methods give iterators. */
function isIterator(node: ESTree.Node): boolean {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false
  const { object, property } = node.callee
  return GIVE_ITERATORS.includes(nameOf(property)) && nameOf(object) !== 'Object'
}

/** What an expression is called: `URL` for `URL`, `globalThis.URL` and `window['URL']`. */
function nameOf(node: ESTree.Node): string {
  if (node.type === 'Identifier') return node.name
  if (node.type === 'MemberExpression') return nameOf(node.property)
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : ''
}

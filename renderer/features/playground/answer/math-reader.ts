import { type MathTree, readMathTree } from './math-tree.ts'

const LONGEST_TEX = 4000
const MOST_KEPT = 300
/** In em: a rule or a space that a model asks for may not cover the page. */
const LARGEST_EM = 30

type Builder = (tex: string, options: object) => unknown

let builder: Builder | null = null
let loading: Promise<void> | null = null
const kept = new Map<string, MathTree | null>()

/** Loads the TeX reader once, when the first formula is seen. */
export function loadMath(): Promise<void> {
  loading ??= import('temml').then((temml) => {
    builder = temml.default.__renderToMathMLTree
  })
  return loading
}

export function isMathLoaded(): boolean {
  return builder !== null
}

/** The formula as checked MathML, or `null` when it is no TeX that can be shown: then its source is. */
export function mathOf(tex: string, display: boolean): MathTree | null {
  if (builder === null || tex.length > LONGEST_TEX) return null
  const key = `${display ? 'block' : 'line'} ${tex}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const tree = build(builder, tex, display)
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? '')
  kept.set(key, tree)
  return tree
}

/** Wrong TeX, and TeX that nests so deep that the stack ends, is shown as it was written. */
function build(builder: Builder, tex: string, displayMode: boolean): MathTree | null {
  try {
    const options = {
      displayMode,
      throwOnError: true,
      trust: false,
      strict: false,
      maxSize: SIZES,
      maxExpand: 500,
    }
    return readMathTree(builder(tex, options))
  } catch {
    return null
  }
}

const SIZES = [LARGEST_EM, LARGEST_EM] as const

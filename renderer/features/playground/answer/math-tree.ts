/** MathML as data: only elements, attributes and styles that are known to do nothing but draw a formula. */
export type MathTree =
  | { tag: null; text: string }
  | {
      tag: string
      attributes: Readonly<Record<string, string>>
      style: Readonly<Record<string, string>>
      classes: string
      children: readonly MathTree[]
    }

/** No formula that a person reads is larger. */
const MOST_NODES = 4000

const TAGS = new Set(
  'math mrow mi mn mo mtext mspace ms mfrac msqrt mroot mstyle mpadded mphantom menclose merror msub msup msubsup munder mover munderover mmultiscripts mprescripts none mtable mtr mtd semantics'.split(
    ' ',
  ),
)
const ATTRIBUTES = new Set(
  'display displaystyle scriptlevel form fence separator stretchy symmetric largeop movablelimits accent accentunder lspace rspace minsize maxsize mathvariant mathcolor mathbackground linethickness width height depth voffset notation columnspan rowspan'.split(
    ' ',
  ),
)
const STYLES = new Set(
  'color backgroundColor display padding paddingLeft paddingRight paddingTop paddingBottom border borderTop borderBottom borderLeft borderRight borderRadius width textAlign verticalAlign mathDepth mathStyle fontSize fontStyle fontWeight whiteSpace'.split(
    ' ',
  ),
)

/** What temml built, checked piece by piece; `null` when it has anything that is not on the lists. */
export function readMathTree(built: unknown): MathTree | null {
  let nodes = 0
  const read = (node: unknown): MathTree | null => {
    nodes += 1
    if (!isRecord(node) || nodes > MOST_NODES) return null
    const text = node['text']
    if (typeof text === 'string') return { tag: null, text }
    const tag = node['type'] ?? 'mrow'
    const children = listOf(node['children']).map(read)
    if (typeof tag !== 'string' || !TAGS.has(tag) || children.includes(null)) return null
    return {
      tag,
      attributes: known(node['attributes'], ATTRIBUTES),
      style: known(node['style'], STYLES),
      classes: listOf(node['classes']).filter(isMathClass).join(' '),
      children: children.filter((child) => child !== null),
    }
  }
  return read(built)
}

function known(values: unknown, names: ReadonlySet<string>): Record<string, string> {
  if (!isRecord(values)) return {}
  const texts = Object.entries(values).map(([name, value]) => [name, String(value)] as const)
  return Object.fromEntries(texts.filter(([name, value]) => names.has(name) && !/url|[(;:]|\\/i.test(value)))
}

function isMathClass(name: unknown): name is string {
  return typeof name === 'string' && /^(?:tml-|tml|upstrike|downstrike|sout|oline|mathcal)/.test(name)
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** A piece of code of one colour. `role` is `null` for what has none. */
export type CodeRun = { text: string; role: CodeRole | null }

type CodeRole = 'keyword' | 'string' | 'number' | 'comment' | 'name' | 'type' | 'added' | 'removed'

/** What the highlighter's classes mean here. Few roles, so that each stays readable in every theme. */
const ROLES = new Map<string, CodeRole>([
  ...roles('keyword', 'keyword selector-tag literal meta meta-keyword operator section doctag built_in'),
  ...roles(
    'string',
    'string regexp char template-variable meta-string link quote symbol bullet code formula',
  ),
  ...roles('number', 'number'),
  ...roles('comment', 'comment'),
  ...roles(
    'name',
    'title attr attribute variable property name tag selector-id selector-class selector-attr params',
  ),
  ...roles('type', 'type class'),
  ...roles('added', 'addition'),
  ...roles('removed', 'deletion'),
])

function roles(role: CodeRole, names: string): [string, CodeRole][] {
  return names.split(' ').map((name) => [`hljs-${name}`, role])
}

/** The tree of a highlighter (hast) as a flat list of runs; their texts together are the code. */
export function runsOf(tree: unknown): CodeRun[] {
  const runs: CodeRun[] = []
  const read = (node: unknown, role: CodeRole | null): void => {
    if (!isRecord(node)) return
    const value = node['value']
    if (typeof value === 'string') pushRun(runs, { text: value, role })
    const children = node['children']
    if (!Array.isArray(children)) return
    const own = roleOf(node['properties']) ?? role
    for (const child of children) read(child, own)
  }
  read(tree, null)
  return runs
}

function roleOf(properties: unknown): CodeRole | null {
  const classes = isRecord(properties) ? properties['className'] : null
  if (!Array.isArray(classes)) return null
  for (const name of classes) {
    const role = ROLES.get(String(name))
    if (role !== undefined) return role
  }
  return null
}

function pushRun(runs: CodeRun[], run: CodeRun): void {
  const last = runs.at(-1)
  if (last?.role === run.role) runs[runs.length - 1] = { role: run.role, text: last.text + run.text }
  else runs.push(run)
}

/** The runs of each piece of `lines` lines. Every piece but the last ends with its line break. */
export function piecesOf(runs: readonly CodeRun[], lines: number): CodeRun[][] {
  const pieces: CodeRun[][] = [[]]
  let breaks = 0
  for (const { text, role } of runs) {
    let from = 0
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
      breaks += 1
      if (breaks < lines) continue
      pieces.at(-1)?.push({ text: text.slice(from, at + 1), role })
      pieces.push([])
      from = at + 1
      breaks = 0
    }
    if (from < text.length) pieces.at(-1)?.push({ text: text.slice(from), role })
  }
  return pieces
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

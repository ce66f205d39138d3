import type { CodeRequest } from './code-request.ts'
import { quoted } from './literal-text.ts'

/** The request as a script for Python 3.8 or later; it needs no package. */
export function pythonCode(request: CodeRequest): string {
  const { url, key, deferredUrl } = request
  return [
    `# Python 3.8 or later, with ${key.variable} in the environment.`,
    `import json, os, ${deferredUrl === null ? '' : 'time, '}urllib.error, urllib.request`,
    '',
    'headers = {',
    `    ${quoted(key.header)}: ${quoted(key.prefix)} + os.environ[${quoted(key.variable)}],`,
    '    "Content-Type": "application/json",',
    '    # Some front doors turn urllib away by its own name.',
    '    "User-Agent": "python",',
    '}',
    '',
    'def ask(url, body=None):',
    '    data = None if body is None else json.dumps(body).encode()',
    '    try:',
    '        with urllib.request.urlopen(urllib.request.Request(url, data, headers)) as response:',
    deferredUrl === null
      ? '            return json.load(response)'
      : '            return None if response.status == 202 else json.load(response)',
    '    except urllib.error.HTTPError as error:',
    '        raise SystemExit(f"{error.code} {error.read().decode()}")',
    '',
    `answer = ask(${quoted(url)}, ${literal(request.body, '')})`,
    ...(deferredUrl === null ? [] : waiting(deferredUrl)),
    `print(${print(request)})`,
    'print(answer.get("usage", ""))',
    '',
  ].join('\n')
}

function waiting(deferredUrl: string): string[] {
  return [
    `later = ${quoted(deferredUrl)} + answer["request_id"]`,
    '# 202 means not yet.',
    'while (answer := ask(later)) is None:',
    '    time.sleep(1)',
  ]
}

/** A JSON value as Python writes it: three words differ, the rest is the same. */
function literal(value: unknown, indent: string): string {
  const inner = `${indent}    `
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (value === null || value === undefined) return 'None'
  if (typeof value !== 'object') return JSON.stringify(value)
  const entries = Array.isArray(value)
    ? value.map((item: unknown) => literal(item, inner))
    : Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([name, item]) => `${quoted(name)}: ${literal(item, inner)}`)
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  if (entries.length === 0) return `${open}${close}`
  return `${open}\n${entries.map((entry) => `${inner}${entry},\n`).join('')}${indent}${close}`
}

function print({ answer }: CodeRequest): string {
  const found = `answer${answer.map((step) => (typeof step === 'string' ? `[${quoted(step)}]` : `[${step}]`)).join('')}`
  return answer.length > 1 || answer[0] === 'completion' ? found : `json.dumps(${found}, indent=2)`
}

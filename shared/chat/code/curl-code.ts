import type { CodeRequest } from './code-request.ts'
import { jsonText } from './literal-text.ts'

/**
 * The request as a command for any POSIX shell. The body stands between the marks of a here-document, in which nothing
 * is special, so no text can break out of it, and an image of any size fits where an argument would be too long.
 */
export function curlCode(request: CodeRequest): string {
  const { url, body, deferredUrl } = request
  const first = [
    `curl -sS ${inShell(url)} \\`,
    `  -H ${keyHeader(request)} \\`,
    "  -H 'Content-Type: application/json' \\",
  ]
  const document = [jsonText(body), 'JSON']
  if (deferredUrl === null) return [...first, "  --data-binary @- <<'JSON'", ...document, ''].join('\n')
  return [
    ...first,
    "  --data-binary @- <<'JSON' |",
    ...document,
    ...lookingFor(request, deferredUrl),
    '',
  ].join('\n')
}

/** Takes the id out of the first answer, then looks until the answer is there: 202 means not yet. */
function lookingFor(request: CodeRequest, deferredUrl: string): string[] {
  return [
    `grep -o '"request_id" *: *"[^"]*"' | cut -d '"' -f 4 |`,
    'while read -r id; do',
    '  while :; do',
    `    answer=$(curl -sS -w '%{http_code}' ${inShell(deferredUrl)}"$id" -H ${keyHeader(request)})`,
    '    case $answer in *202) sleep 1 ;; *) break ;; esac',
    '  done',
    `  printf '%s\\n' "\${answer%???}"`,
    'done',
  ]
}

function keyHeader({ key }: CodeRequest): string {
  return `"${key.header}: ${key.prefix}$${key.variable}"`
}

/** One word of a shell command, whatever is in it. */
function inShell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

import type { CodeRequest } from './code-request.ts'
import { jsonText, quoted } from './literal-text.ts'

/** The request as a module for Node 18 or later; it needs no package. */
export function javascriptCode(request: CodeRequest): string {
  const { url, key, deferredUrl } = request
  return [
    `// Node 18 or later, as a module (.mjs), with ${key.variable} in the environment.`,
    'const headers = {',
    `  ${quoted(key.header)}: \`${key.prefix}\${process.env.${key.variable}}\`,`,
    '  "Content-Type": "application/json",',
    '};',
    '',
    'async function ask(url, options) {',
    '  const response = await fetch(url, { headers, ...options });',
    `  if (!response.ok) throw new Error(\`\${response.status} \${await response.text()}\`);`,
    deferredUrl === null
      ? '  return response.json();'
      : '  return response.status === 202 ? null : response.json();',
    '}',
    '',
    `const body = ${objectLiteral(request.body)};`,
    `${deferredUrl === null ? 'const' : 'let'} answer = await ask(${quoted(url)}, { method: "POST", body: JSON.stringify(body) });`,
    ...(deferredUrl === null ? [] : waiting(deferredUrl)),
    `console.log(${print(request)});`,
    'console.log(answer.usage ?? "");',
    '',
  ].join('\n')
}

function waiting(deferredUrl: string): string[] {
  return [
    `const later = ${quoted(deferredUrl)} + answer.request_id;`,
    '// 202 means not yet.',
    'while ((answer = await ask(later)) === null) await new Promise((resolve) => setTimeout(resolve, 1000));',
  ]
}

/** JSON is JavaScript, but for one name that sets a prototype there. In strings its quotes are escaped. */
function objectLiteral(body: CodeRequest['body']): string {
  return jsonText(body).replaceAll(/^(\s*)"__proto__":/gm, '$1["__proto__"]:')
}

function print({ answer }: CodeRequest): string {
  const place = answer.map((step) => {
    if (typeof step === 'string') return `.${step}`
    return step < 0 ? `.at(${step})` : `[${step}]`
  })
  const found = `answer${place.join('')}`
  return answer.length > 1 || answer[0] === 'completion' ? found : `JSON.stringify(${found}, null, 2)`
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copyAs } from '../../../../shared/chat/code/copy-as.ts'
import type { ContentPart } from '../../../../shared/chat/content.ts'
import { Protocol } from '../../../../shared/chat/protocol.ts'
import { type Asked, requestBody, requestPath } from '../../../../shared/chat/request-body.ts'
import { demoPerTest } from '../demo/demo-per-test.ts'
import { runCode } from './run-code.ts'

const start = demoPerTest()

const NASTY = `It's "$HOME" \`id\` $(id) \\ 'JSON'\nJSON\n%s %d\t!! é 漢 😀 \u2028 \u202e \u007f \ud800 </script> \\u0041`
const model = 'grok-4.20-non-reasoning'
const asking = (protocol: Protocol, text: string, rest: Partial<Asked> = {}): Asked => ({
  ...{ protocol, model, parameters: { temperature: 0.5, stop: ["don't"] } },
  turns: [
    { role: 'system', parts: [{ kind: 'text', text: 'Be brief.' }] },
    { role: 'user', parts: [{ kind: 'text', text }] },
  ],
  ...rest,
})

/** What the server answers in words, wherever this protocol puts them. */
function wordsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    ['content', 'text', 'completion'].includes(name) && typeof inner === 'string' ? [inner] : wordsIn(inner),
  )
}

async function answerTo(api: { baseUrl: string; key: string }, asked: Asked): Promise<string> {
  const plain = { ...asked, protocol: asked.protocol === 'deferred' ? 'chat' : asked.protocol } as const
  const answer = await fetch(`${api.baseUrl}${requestPath(plain.protocol)}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${api.key}`, 'content-type': 'application/json' },
    body: JSON.stringify(requestBody(plain, false)),
  })
  const [words] = wordsIn(await answer.json())
  if (words === undefined) throw new Error('the demo gave no words')
  return words
}

describe.each(Protocol.options)('code for %s', (protocol) => {
  const asked = asking(protocol, `Hello! ${NASTY}`)

  it.each(['curl', 'javascript', 'python'] as const)(
    'in %s runs as it is, sends what the app sends, and prints the same answer',
    async (language) => {
      const api = await start()
      const said = await answerTo(api, asked)
      const before = api.requests.length
      const code = copyAs(language, asked, api.baseUrl)
      expect(code).not.toContain(api.key)
      const output = await runCode(language, code, { XAI_API_KEY: api.key, SEGMIND_API_KEY: api.key })
      const sent = api.requests[before]
      expect(JSON.parse(sent?.body ?? '')).toEqual(JSON.parse(JSON.stringify(requestBody(asked, false))))
      expect(sent).toMatchObject({ method: 'POST', path: requestPath(protocol), status: 200 })
      if (language === 'curl') expect(wordsIn(JSON.parse(output))).toContain(said)
      else expect(output).toContain(said)
    },
  )
})

describe('copied code', () => {
  const image: ContentPart = {
    ...{ kind: 'image', type: 'image/png', detail: null },
    base64: 'iVBORw0KGgo'.padEnd(400_000, 'A'),
  }

  it.each(['curl', 'javascript', 'python'] as const)(
    'in %s carries an image that no command line would hold, and prints the call of a tool',
    async (language) => {
      const api = await start()
      const tools = [
        { name: 'look', parameters: { type: 'object', properties: { __proto__x: {}, ['__proto__']: {} } } },
      ]
      const turns = [
        { role: 'user' as const, parts: [{ kind: 'text' as const, text: 'What is this?' }, image] },
      ]
      const asked = asking('chat', '', { turns, parameters: { tools } })
      const output = await runCode(language, copyAs(language, asked, api.baseUrl), { XAI_API_KEY: api.key })
      expect(output).toContain('tool_calls')
      expect(JSON.parse(api.requests[0]?.body ?? '')).toEqual(
        JSON.parse(JSON.stringify(requestBody(asked, false))),
      )
    },
  )

  it.each(['javascript', 'python'] as const)(
    'in %s shows what the server said when it refuses',
    async (language) => {
      const api = await start({ faults: [{ kind: 'credits-used-up' }] })
      const code = copyAs(language, asking('chat', 'Hi'), api.baseUrl)
      await expect(runCode(language, code, { XAI_API_KEY: api.key })).rejects.toMatchObject({
        stderr: expect.stringContaining('used all available credits'),
      })
    },
  )

  it('holds nothing that a terminal would act on, whatever the text, and one text is one text', async () => {
    const texts = fc.sample(fc.string({ unit: 'binary', maxLength: 60 }), { numRuns: 60, seed: 7 })
    const codes = texts.map((text) => copyAs('curl', asking('chat', text), "http://127.0.0.1:9/it's"))
    for (const code of codes) expect(code).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
    // A shell function in curl's place prints what it was given, one line a call.
    const shell = `curl() { printf '%s ' "$2"; tr -d '\\n'; echo; }\n${codes.join('\n')}`
    const lines = (await runCode('curl', shell, {})).trimEnd().split('\n')
    expect(lines).toHaveLength(texts.length)
    for (const [at, line] of lines.entries()) {
      const url = "http://127.0.0.1:9/it's/v1/chat/completions "
      expect(line.startsWith(url)).toBe(true)
      const sent = JSON.parse(line.slice(url.length))
      expect(sent.messages[1].content).toBe(texts[at])
    }
  })
})

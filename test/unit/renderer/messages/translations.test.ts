import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { firstChinese, laterChinese } from '../../../../renderer/messages/chinese.ts'
import { laterEnglish } from '../../../../renderer/messages/english.ts'
import { firstEnglish } from '../../../../renderer/messages/first-english.ts'
import { type Texts, textsIn } from './texts-in.ts'

const folder = resolve(import.meta.dirname, '../../../../renderer/messages')
const [first, english, chinese] = await Promise.all([firstChinese(), all(laterEnglish), all(laterChinese)])
const sources: Texts = textsIn({ ...firstEnglish, ...english })
const translations: Texts = textsIn({ ...first, ...chinese })

/** Written the same way in every language: names, signs and words of the API. */
const SAME = new Set([
  ...[
    'xAI',
    'Segmind',
    'Tokenbook',
    'Electron',
    'Chromium',
    'Node.js',
    'SQLite',
    'cURL',
    'Python',
    'JavaScript',
  ],
  ...[
    'Tokenbook（JSON Lines）',
    'JSON',
    'CSV',
    'Markdown',
    'JSON schema',
    'Schema',
    'API',
    'Base URL',
    'ID',
    'USD',
    'UTC',
    'Top P',
  ],
  ...[
    'token',
    'Token',
    'Tick',
    'Credits',
    'tick / token',
    '$ / token',
    '{{left}} credits',
    'HTTP {{status}}',
  ],
  ...['{{view}}（Ctrl+{{number}}）', '{{amount}}（{{ticks}} tick，<percent/>）'],
])

describe('简体中文', () => {
  it('has a file for each English one', () => {
    const names = (language: string) =>
      readdirSync(resolve(folder, language)).filter((name) => name !== 'first-view.ts')
    expect(names('zh-CN')).toEqual(names('en'))
  })

  it('has the same messages, each in the forms that its plural rules ask for', () => {
    expect([...messagesOf(translations, 'zh-CN').keys()]).toEqual([...messagesOf(sources, 'en').keys()])
  })

  it('has the same variables and tags in each message', () => {
    const given = messagesOf(sources, 'en')
    const wrong = [...messagesOf(translations, 'zh-CN')].filter(([key, text]) => {
      const source = given.get(key) ?? ''
      return (
        marks(text, /\{\{.*?\}\}/g) !== marks(source, /\{\{.*?\}\}/g) ||
        marks(text, /<[^>]*>/g) !== marks(source, /<[^>]*>/g)
      )
    })
    expect(wrong).toEqual([])
  })

  it('leaves nothing in English but names and words of the API', () => {
    const kept = [...translations].filter(([, text]) => {
      const words = text.replaceAll(/\{\{.*?\}\}|<[^>]*>/g, '')
      return /[a-z]/i.test(words) && !/\p{Script=Han}/u.test(words)
    })
    const unexplained = kept.filter(([key, text]) => !SAME.has(text) && !isApiName(key))
    expect(unexplained).toEqual([])
  })

  it.each([
    {
      what: 'a Chinese character beside a half-width comma, colon, semicolon, question or exclamation mark',
      at: /\p{Script=Han}[,:;?!]|[,:;?!]\p{Script=Han}/u,
    },
    { what: 'a Chinese character inside half-width brackets', at: /\(\p{Script=Han}|\p{Script=Han}\)/u },
    { what: 'a Chinese character before a full stop of another script', at: /\p{Script=Han}\./u },
    {
      what: 'no space between a Chinese character and a letter or digit',
      at: /\p{Script=Han}[a-z0-9]|[a-z0-9]\p{Script=Han}/iu,
    },
    { what: 'a space beside full-width punctuation', at: / [，。：；？！（）“”]|[，。：；？！（）] /u },
    { what: 'straight quotation marks around Chinese', at: /["']\p{Script=Han}/u },
    { what: 'two spaces or three full stops', at: /\p{Script=Han} {2}|\.\.\./u },
  ])('has nowhere $what', ({ at }) => {
    expect(
      [...translations].filter(([, text]) => at.test(text.replaceAll(/\{\{.*?\}\}|<[^>]*>/g, '\uE000'))),
    ).toEqual([])
  })

  it.each([
    ...['代币', '令牌', '词元', '缺省', '登陆', '帐'],
    ...['服务商', '供应商', '访问字符串', '计算值', '图片'],
  ])('keeps to the glossary: never %s', (word) => {
    expect([...translations].filter(([, text]) => text.includes(word))).toEqual([])
  })
})

async function all(
  loaders: Readonly<Record<string, () => Promise<object>>>,
): Promise<Record<string, object>> {
  return Object.fromEntries(
    await Promise.all(Object.entries(loaders).map(async ([name, load]) => [name, await load()] as const)),
  )
}

/** Messages by their key, the plural forms of one joined; throws where forms are missing or too many. */
function messagesOf(texts: Texts, language: string): Map<string, string> {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  const messages = new Map<string, string>()
  for (const [key, text] of [...texts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const form = /_(zero|one|two|few|many|other)$/.exec(key)
    if (form === null) messages.set(key, text)
    else {
      const base = key.slice(0, form.index)
      const own = forms.filter((name) => texts.has(`${base}_${name}`))
      if (own.length !== forms.length || !forms.some((name) => form[1] === name))
        throw new Error(`${language}: ${base} has the forms ${own.join(', ')}, not ${forms.join(', ')}`)
      if (form[1] === 'other') messages.set(base, text)
    }
  }
  return messages
}

function marks(text: string, mark: RegExp): string {
  return [...new Set(text.match(mark) ?? [])].sort().join(' ')
}

/** Protocols have their names from the API, files are named by the system's rules. */
function isApiName(key: string): boolean {
  return key.startsWith('playground.api.name.') || key.includes('.fileName')
}

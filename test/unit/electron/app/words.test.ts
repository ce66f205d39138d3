import { afterEach, describe, expect, it } from 'vitest'
import { chinese } from '../../../../electron/app/words/chinese.ts'
import { english } from '../../../../electron/app/words/english.ts'
import { speak, words } from '../../../../electron/app/words/words.ts'

describe('what the main process says', () => {
  afterEach(() => speak(() => 'en'))

  it.each([
    { language: 'en', expected: english },
    { language: 'zh-CN', expected: chinese },
    { language: 'en-XA', expected: english },
  ] as const)('speaks $language', ({ language, expected }) => {
    speak(() => language)
    expect(words()).toBe(expected)
  })

  it('asks for the language each time it says something', () => {
    let language: 'en' | 'zh-CN' = 'en'
    speak(() => language)
    expect(words().files.all).toBe('All files')
    language = 'zh-CN'
    expect(words().files.all).toBe('所有文件')
  })

  it('counts as each language does', () => {
    expect([1, 2].map(english.closing.message)).toEqual([
      'An answer is still coming.',
      '2 answers are still coming.',
    ])
    expect(chinese.closing.message(1)).toBe('仍有 1 个回答正在接收。')
  })

  it('leaves nothing in English', () => {
    const said = [
      ...Object.values(chinese.files),
      ...[
        chinese.closing.message(2),
        chinese.closing.detail,
        chinese.closing.keepWaiting,
        chinese.closing.close,
      ],
      ...[chinese.link.title, chinese.link.message('x.ai'), chinese.link.open, chinese.link.cancel],
      ...[chinese.newerStorage.message, chinese.newerStorage.detail(7, 6), chinese.newerStorage.quit],
      ...[chinese.budget.reached, chinese.budget.almost, chinese.budget.stops],
      ...(['request', 'conversation', 'day', 'month', 'key'] as const).map((scope) =>
        chinese.budget.spent('$1.00', '$2.00', scope),
      ),
    ]
    expect(said.filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([])
    expect(said.filter((text) => /\p{Script=Han}[a-z0-9]|[a-z0-9]\p{Script=Han}/iu.test(text))).toEqual([])
  })
})

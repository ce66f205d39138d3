import { describe, expect, it } from 'vitest'
import { chooseLanguage } from '../../../../shared/language/choose-language.ts'

describe('the language of a system', () => {
  it.each([
    { tags: ['en-US'], expected: 'en' },
    { tags: ['zh-CN', 'en-US'], expected: 'zh-CN' },
    { tags: ['zh'], expected: 'zh-CN' },
    { tags: ['zh-Hans-SG'], expected: 'zh-CN' },
    { tags: ['zh-SG'], expected: 'zh-CN' },
    // Traditional script is another language to read: what comes next decides.
    { tags: ['zh-TW', 'en-US'], expected: 'en' },
    { tags: ['zh-Hant-HK', 'zh-CN'], expected: 'zh-CN' },
    { tags: ['de-DE', 'zh-CN', 'en'], expected: 'zh-CN' },
    { tags: ['de-DE', 'fr'], expected: 'en' },
    { tags: ['C'], expected: 'en' },
    { tags: ['', 'not a tag!', 'zh-CN'], expected: 'zh-CN' },
    { tags: [], expected: 'en' },
  ])('$tags gives $expected', ({ tags, expected }) => {
    expect(chooseLanguage(tags)).toBe(expected)
  })
})

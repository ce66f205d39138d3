import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { initMessages } from '../../../../renderer/messages/index.ts'
import { isolated } from '../../../../renderer/messages/isolated.ts'

describe('a name inside a sentence', () => {
  beforeAll(initMessages)

  it.each(['grok-4.3', 'Größe', '模型', '<b>x</b>', '$1.25', ''])('leaves %j as it is', (text) => {
    expect(isolated(text)).toBe(text)
  })

  it.each([
    ['an override that never ends', 'grok\u202e3', '\u2068grok\u202e3\u2069'],
    ['an isolate that would end ours', 'x\u2069\u202ey', '\u2068x\u202ey\u2069'],
    ['Hebrew', 'שלום', '\u2068שלום\u2069'],
    ['Arabic', 'نموذج', '\u2068نموذج\u2069'],
  ])('closes in %s', (_name, text, shown) => {
    expect(isolated(text)).toBe(shown)
  })

  it('is closed in wherever a message takes one up', () => {
    const { t } = i18next
    expect(t('ui:copied', { defaultValue: '', interpolation: {} })).not.toBe('')
    expect(
      i18next.services.interpolator.interpolate('Prices of {{name}} changed', { name: 'a\u202eb' }, 'en', {}),
    ).toBe('Prices of \u2068a\u202eb\u2069 changed')
  })
})

import { MantineProvider } from '@mantine/core'
import { render, waitFor } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadMath } from '../../renderer/features/playground/answer/math-reader.ts'
import { AnswerText } from '../../renderer/features/playground/answer-text.tsx'
import { xssCorpus } from '../support/xss-corpus.ts'

const corpus = xssCorpus('https://outside.example')

/** Everything that an answer may be made of; MathML elements all begin with an m. */
const ELEMENT =
  /^(?:P|H[3-6]|UL|OL|LI|BLOCKQUOTE|HR|BR|PRE|CODE|STRONG|EM|S|SPAN|SUP|TABLE|THEAD|TBODY|TR|TH|TD|BUTTON|DIV|FIGURE|FIGCAPTION|m[a-z]+|semantics)$/
const ACTIVE = /^on|^href$|^xlink|^src|^action$|^formaction$|^srcdoc$|^data$|^ping$|^style$/

function answer(text: string, growing: boolean) {
  return (
    <MantineProvider env="test">
      <AnswerText text={text} growing={growing} onOpenLink={() => undefined} />
    </MantineProvider>
  )
}

/** Nothing in the answer could run, fetch or lead anywhere but through our own question with the host. */
function expectHarmless(root: Element | null): void {
  for (const element of root?.querySelectorAll('*') ?? []) {
    expect(element.tagName).toMatch(ELEMENT)
    for (const { name, value } of element.attributes) {
      const ours = element.classList.contains('mantine-Button-root') || element.closest('button') !== null
      if (!ours || name !== 'style') expect(`${name}=${value}`).not.toMatch(ACTIVE)
    }
    const address = element.classList.contains('answer-link') ? element.getAttribute('title') : null
    if (address !== null) expect(address).toMatch(/^https:\/\/[^@\\\s]+$/)
  }
  expect(window).not.toHaveProperty('owned')
}

describe('hostile answers', () => {
  beforeAll(loadMath)

  it('are at least two hundred', () => {
    expect(new Set(corpus.map(({ text }) => text)).size).toBeGreaterThanOrEqual(200)
  })

  it.each(corpus)('$name: harmless while it comes in pieces and when it is whole', ({ text }) => {
    const { container, rerender } = render(answer('', true))
    const root = () => container.querySelector('.answer-text')
    const step = Math.max(1, Math.ceil(text.length / 12))
    for (let end = step; end < text.length + step; end += step) {
      rerender(answer(text.slice(0, end), true))
      expectHarmless(root())
    }
    rerender(answer(text, false))
    expectHarmless(root())
  })

  it('are harmless inside code, tables, lists, formulas and footnotes, coloured or not', async () => {
    const shown = corpus.slice(0, 120).map(({ text }) => text.replaceAll('\n', ' '))
    const blocks = shown.map(
      (text) => `- ${text}\n\n| a |\n|---|\n| ${text} |\n\n[^1]: ${text}\n\n$$\n${text}\n$$`,
    )
    const code = `\`\`\`html\n${shown.slice(0, 40).join('\n')}\n\`\`\``
    const { container } = render(answer(`${blocks.join('\n\n')}\n\n${code}`, false))
    await waitFor(() => expect(container.querySelector('.code-name, .code-keyword')).not.toBeNull())
    expectHarmless(container.querySelector('.answer-text'))
  })
})

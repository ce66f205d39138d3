import { MantineProvider } from '@mantine/core'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { readInline } from '../../renderer/features/playground/answer/inline.ts'
import { loadMath, mathOf } from '../../renderer/features/playground/answer/math-reader.ts'
import { readMathTree } from '../../renderer/features/playground/answer/math-tree.ts'
import { NO_BLOCKS, readOn } from '../../renderer/features/playground/answer/settled-blocks.ts'
import { AnswerText } from '../../renderer/features/playground/answer-text.tsx'
import { axeViolations } from '../support/axe-violations.ts'
import { cpuMs } from '../support/cpu-time.ts'

function answer(text: string, growing = false) {
  return (
    <MantineProvider env="test">
      <AnswerText text={text} growing={growing} onOpenLink={() => undefined} />
    </MantineProvider>
  )
}

const kinds = (text: string, open = false): string[] =>
  readInline(text, { open }).map((node) => ('text' in node ? node.text : node.kind))
const blocksOf = (text: string, open = false) => {
  const { settled, tail } = readOn(NO_BLOCKS, text, open)
  return [...settled, ...tail].map(({ block }) => block)
}

describe('formulas in running text', () => {
  it.each([
    ['a $x^2$ b', ['a ', 'math', ' b']],
    ['\\(x\\) and \\[y\\]', ['math', ' and ', 'math']],
    ['costs $5 and then $10.', ['costs $5 and then $10.']],
    ['$5-$10', ['$5-$10']],
    ['US$5 is US$ and $ x $', ['US$5 is US$ and $ x $']],
    ['$a_b*c*$ *d*', ['math', ' ', 'emphasis']],
    ['`$x$` and \\$x$', ['$x$', ' and $x$']],
    ['$$e=mc^2$$ it is', ['math', ' it is']],
    ['(not math)', ['(not math)']],
    ['a\\) b \\(c', ['a) b (c']],
  ])('%j', (text, expected) => {
    expect(kinds(text)).toEqual(expected)
  })

  it.each([
    ['so $a_1*b', ['so $a_1*b']],
    ['so $x$', ['so $x$']],
    ['so \\(a*b*', ['so \\(a*b*']],
    ['it costs $5 and *b', ['it costs $5 and ', 'emphasis']],
  ])('%j is text until its end has come', (text, expected) => {
    expect(kinds(text, true)).toEqual(expected)
  })
})

describe('formulas on their own', () => {
  it.each([
    ['$$\na\n$$', [{ kind: 'math', tex: 'a', closed: true }]],
    ['$$ a $$', [{ kind: 'math', tex: 'a', closed: true }]],
    ['\\[\na\n+ b\n\\]', [{ kind: 'math', tex: 'a\n+ b', closed: true }]],
    ['$$\na', [{ kind: 'math', tex: 'a', closed: false }]],
    ['so:\n\\[ a \\]\nand', ['paragraph', 'math', 'paragraph']],
    ['$$a\n\nb', ['paragraph', 'paragraph']],
    ['$$a$$ is what it is', ['paragraph']],
    ['$$$ is money', ['paragraph']],
  ])('%j', (text, expected) => {
    const blocks = blocksOf(text)
    expect(blocks.map((block, place) => (typeof expected[place] === 'string' ? block.kind : block))).toEqual(
      expected,
    )
  })
})

describe('formulas as elements', () => {
  beforeAll(loadMath)

  it('are MathML, in the line and on their own', async () => {
    const { container } = render(answer('the $\\frac{a}{b}$ of\n\n$$\n\\sum_{i=1}^n i\n$$'))
    await waitFor(() => expect(container.querySelectorAll('math')).toHaveLength(2))
    expect(container.querySelector('math')?.namespaceURI).toBe('http://www.w3.org/1998/Math/MathML')
    expect(container.querySelector('mfrac')?.textContent).toBe('ab')
    expect(container.querySelector('math[display="block"] munderover')).not.toBeNull()
    expect(await axeViolations(container)).toEqual([])
  })

  it('show their source while they grow and when they are wrong', () => {
    const { container, rerender } = render(answer('$$\n\\frac{a}{', true))
    expect(container.querySelector('.answer-math code')?.textContent).toBe('\\frac{a}{')
    rerender(answer('$$\n\\frac{a}{b}\n$$', true))
    expect(container.querySelector('.answer-math math')).not.toBeNull()
    rerender(answer('$$\n\\frac{a}{\n$$', false))
    expect(container.querySelector('.answer-math code')?.textContent).toBe('\\frac{a}{')
  })

  it.each([
    '\\href{javascript:hit()}{x}',
    '\\url{https://evil.example}',
    '\\includegraphics{https://evil.example/a.png}',
    '\\htmlStyle{background:url(https://evil.example)}{x}',
    '\\class{a}{x}',
    '\\data{onclick=hit()}{x}',
    '\\def\\a{\\a\\a}\\a',
    `${'{'.repeat(3000)}`,
    `${'\\frac{'.repeat(600)}`,
    `\\text{<img src=x onerror=hit()>}`,
    '\\color{url(https://evil.example)}x',
    '\\style{x}{y}',
    '\\rule{9000em}{9000em}',
  ])('%j makes nothing but a formula or its source', (tex) => {
    const { container } = render(answer(`$$\n${tex}\n$$`))
    for (const element of container.querySelectorAll('.answer-math *')) {
      expect(element.tagName.toLowerCase()).toMatch(/^(?:m\w+|semantics|code|span)$/)
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^on|href|src/)
        expect(value).not.toMatch(/url|javascript|9000em/)
      }
    }
    expect(window).not.toHaveProperty('hit')
  })

  it('refuses a tree with an element or a size it does not know', () => {
    const script = { type: 'math', children: [{ type: 'script', children: [{ text: 'hit()' }] }] }
    expect(readMathTree(script)).toBeNull()
    expect(readMathTree({ type: 'a', attributes: { href: 'https://evil.example' } })).toBeNull()
    expect(readMathTree({ children: Array.from({ length: 5000 }, () => ({ text: 'x' })) })).toBeNull()
    const shown = readMathTree({
      type: 'mi',
      attributes: { onclick: 'hit()', mathcolor: 'red' },
      style: { position: 'fixed' },
    })
    expect(shown).toMatchObject({ attributes: { mathcolor: 'red' }, style: {} })
  })

  it('stays quick and whole for any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (tex) => {
        mathOf(tex, true)
        expect(readInline(`$${tex}$`).length).toBeLessThan(200)
      }),
    )
    for (const text of [
      '$a '.repeat(20_000),
      '\\(a'.repeat(20_000),
      '$a$'.repeat(20_000),
      '\\[a\n'.repeat(10_000),
    ]) {
      const started = cpuMs()
      readOn(NO_BLOCKS, text, true)
      readInline(text, { open: true })
      expect(cpuMs() - started).toBeLessThan(2000)
    }
  })
})

describe('footnotes', () => {
  it('lead from their mark to their words', async () => {
    const { container } = render(
      answer('A claim.[^1] Another.[^b]\n\n[^1]: The *source*.\n[^b]: Second\n  line two'),
    )
    expect(screen.getAllByRole('note').map((note) => note.textContent)).toEqual([
      '1The source.',
      'bSecond\nline two',
    ])
    await userEvent.click(screen.getByRole('button', { name: 'Footnote 1' }))
    expect(screen.getByRole('note', { name: 'Footnote 1' })).toHaveFocus()
    expect(await axeViolations(container)).toEqual([])
  })

  it('stay one local mark in a long answer, so that nothing is read again', () => {
    const paragraph = 'Words with a mark.[^1]\n\n'
    const grown = readOn(readOn(NO_BLOCKS, paragraph.repeat(100), true), paragraph.repeat(101), true)
    expect(grown.text.length - grown.settledTo).toBeLessThan(3 * paragraph.length)
  })

  it('show no half of a mark while it grows', () => {
    expect(kinds('A claim.[^1', true)).toEqual(['A claim.'])
    expect(kinds('A claim.[', true)).toEqual(['A claim.'])
    expect(blocksOf('a\n\n[^1', true)).toHaveLength(1)
  })
})

describe('tables and code that grow', () => {
  it.each([
    '| a | b |\n|',
    '| a | b |\n|--',
    '| a | b |\n|---|-',
    '| a | b |\n|---|---|',
    'x\n\n| a | b |\n| :',
  ])('%j is a table all along', (text) => {
    expect(blocksOf(text, true).at(-1)).toMatchObject({ kind: 'table', header: ['a', 'b'] })
  })

  it('show no half fence and no half name of a language', () => {
    expect(blocksOf('```js\na\n``', true)).toEqual([
      { kind: 'code', language: 'js', text: 'a', closed: false },
    ])
    expect(blocksOf('```j', true)).toEqual([{ kind: 'code', language: '', text: '', closed: false }])
    expect(blocksOf('- a\n  ```js\n  b\n  ``', true)).toHaveLength(1)
  })

  it('break lines in cells', () => {
    const { container } = render(answer('| a |\n|---|\n| x<br>y<br/>z |'))
    expect(container.querySelectorAll('td br')).toHaveLength(2)
  })
})

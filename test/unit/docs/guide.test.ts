import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { laterEnglish } from '../../../renderer/messages/english.ts'
import { firstEnglish } from '../../../renderer/messages/first-english.ts'
import { guidePages } from '../../../scripts/guide-pages.ts'
import { projectFolder } from '../../../scripts/project-folder.ts'

const folder = join(projectFolder, 'docs', 'guide')
const names = readdirSync(folder).filter((name) => name.endsWith('.md'))
const pages = names.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))

/** Every text of a catalogue, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

describe('the guide', () => {
  it.each(Object.entries(guidePages()))('%s says what the app says (npm run guide)', (name, text) => {
    expect(readFileSync(join(folder, name), 'utf8')).toBe(text)
  })

  it('lists all of its pages, and README leads to it', () => {
    const contents = readFileSync(join(folder, 'README.md'), 'utf8')
    const missing = names.filter((name) => name !== 'README.md' && !contents.includes(`(${name})`))
    expect(missing).toEqual([])
    expect(readFileSync(join(projectFolder, 'README.md'), 'utf8')).toContain('(docs/guide/README.md)')
  })

  it.each(pages)('$name leads only to what is there', ({ text }) => {
    const targets = [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, target = '']) => target)
    const local = targets.filter((target) => !target.startsWith('https:'))
    expect(local.filter((target) => !existsSync(join(dirname(join(folder, 'x')), target)))).toEqual([])
  })

  // Bold is emphasis in the page of worked examples.
  const named = pages.filter(({ name }) => name !== 'how-we-compute-cost.md')
  it.each(named)('$name names nothing in bold that is not on screen', async ({ text }) => {
    const later = await Promise.all(Object.values(laterEnglish).map((load) => load()))
    const known = new Set(textsIn([firstEnglish, later]))
    // Headings of paragraphs, not names: they begin a line and are followed by more of the sentence.
    const headings = ['Before you send', 'While it answers', 'Afterwards']
    const bold = [...text.matchAll(/\*\*([^*]+)\*\*/g)].map(([, name = '']) => name)
    expect(bold.filter((name) => !known.has(name) && !headings.includes(name))).toEqual([])
  })
})

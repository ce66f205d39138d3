import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { contextMenuTemplate, type Pressed } from '../../../../electron/app/context-menu-template.ts'
import { tellingOfEnds } from '../../../../electron/services/answer-ends.ts'
import { autostartEntry } from '../../../../electron/services/autostart-entry.ts'
import { createLicences } from '../../../../electron/services/licences.ts'
import { sampleMenu } from '../../../support/sample-menu.ts'

const { words } = sampleMenu()

function menuFor(parts: Partial<Pressed>) {
  const done: string[] = []
  const all = { canCut: true, canCopy: true, canPaste: true, canSelectAll: true }
  const template = contextMenuTemplate(
    {
      ...{ isEditable: true, selectionText: '', misspelledWord: '', dictionarySuggestions: [] },
      editFlags: all,
      ...parts,
    },
    words,
    {
      replace: (word) => void done.push(`replace ${word}`),
      learn: (word) => void done.push(`learn ${word}`),
    },
  )
  const press = (label: string) => {
    const click: unknown = template.find((item) => item.label === label)?.click
    if (typeof click === 'function') click()
  }
  return { template, done, press, labels: template.flatMap(({ label }) => label ?? []) }
}

describe('the menu of the right mouse button', () => {
  it('cuts, copies and pastes in a field, as far as that can be done', () => {
    const { template, labels } = menuFor({
      editFlags: { canCut: false, canCopy: true, canPaste: true, canSelectAll: true },
    })
    expect(labels).toEqual(['cut', 'copy', 'paste', 'select-all'])
    expect(template.find(({ role }) => role === 'cut')?.enabled).toBe(false)
  })

  it('copies what is selected elsewhere, and is not there when nothing is', () => {
    expect(menuFor({ isEditable: false, selectionText: 'x' }).labels).toEqual(['copy'])
    expect(menuFor({ isEditable: false, selectionText: ' ' }).template).toEqual([])
  })

  it('offers at most five suggestions as plain labels, replaces by the word itself, and learns', () => {
    const suggestions = ['R&D', '\u202eevil', ...'abcdef']
    const { labels, press, done } = menuFor({ misspelledWord: 'Rnd', dictionarySuggestions: suggestions })
    expect(labels.slice(0, 5)).toEqual(['R&&D', 'evil', 'a', 'b', 'c'])
    press('R&&D')
    press('add-word')
    expect(done).toEqual(['replace R&D', 'learn Rnd'])
    expect(menuFor({ misspelledWord: 'xqz' }).labels).toContain('no-suggestion')
  })
})

describe('an entry for the autostart folder', () => {
  it('starts exactly the program it names', () => {
    const entry = autostartEntry(['/opt/To ken"book/$HOME/`x`/50%/a\\b', '--flag'])
    const [exec = ''] = entry.split('\n').filter((line) => line.startsWith('Exec='))
    // As the specification reads it: backslashes of the value first, then the quotes, then the percent signs.
    const value = exec.slice('Exec='.length).replaceAll('\\\\', '\\').replaceAll('%%', '%')
    const read = execFileSync('sh', ['-c', `printf '%s\\n' ${value}`]).toString()
    expect(read).toBe('/opt/To ken"book/$HOME/`x`/50%/a\\b\n--flag\n')
    expect(entry).toContain('Type=Application')
  })
})

describe('the end of an answer', () => {
  it('is told once, and not when its person stopped it', () => {
    const ends: unknown[] = []
    const follow = tellingOfEnds(
      () => ({ watch() {}, settle() {} }),
      (end) => void ends.push(end),
    )
    const request = JSON.parse('{}')
    const settle = (followed: ReturnType<typeof follow>, kind: string, durationMs: number | null) =>
      followed.settle(JSON.parse(JSON.stringify({ attempt: { state: { kind }, durationMs } })))
    const whole = follow(request)
    settle(whole, 'complete', 12_000)
    settle(whole, 'complete', 12_000)
    settle(follow(request), 'stopped', 20_000)
    settle(follow(request), 'failed', null)
    expect(ends).toEqual([
      { durationMs: 12_000, isWhole: true },
      { durationMs: 0, isWhole: false },
    ])
  })
})

describe('the licences', () => {
  it('are read from what the build wrote, and missed when it wrote nothing', async () => {
    const entry = { name: 'a', version: '1.0.0', licence: 'MIT', homepage: null, text: 'Do what you like.' }
    expect(await createLicences(async () => JSON.stringify([entry])).list()).toEqual([entry])
    const missing = createLicences(async () => {
      throw new Error('ENOENT')
    })
    await expect(missing.list()).rejects.toThrow('not-found')
    await expect(createLicences(async () => '[{"name":1}]').list()).rejects.toThrow('not-found')
  })
})

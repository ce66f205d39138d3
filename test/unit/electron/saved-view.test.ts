import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { firstViewOf, readSavedView } from '../../../electron/app/saved-view.ts'
import { createViewStore } from '../../../electron/app/view-store.ts'
import { DEFAULT_PREFERENCES } from '../../../shared/default-preferences.ts'

const PLACE = { x: -20, y: 30, width: 1000, height: 700, maximized: true }

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokenbook-view-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const onDisk = (text: string): void => writeFileSync(join(folder, 'view.json'), text)

describe('what a window needs of what was saved', () => {
  it('is the theme and the place', () => {
    onDisk(JSON.stringify({ preferences: { theme: 'dark', language: 'zh-CN' }, bounds: PLACE }))
    expect(firstViewOf(readSavedView(folder))).toEqual({
      theme: 'dark',
      language: 'zh-CN',
      zoom: 100,
      bounds: PLACE,
    })
    expect(createViewStore(folder).read()).toEqual({
      ...DEFAULT_PREFERENCES,
      theme: 'dark',
      language: 'zh-CN',
    })
  })

  it.each([
    ['nothing', null],
    ['half a file', '{"preferences":{"theme":"da'],
    ['no object', '"dark"'],
    ['null', 'null'],
    ['another theme', '{"preferences":{"theme":"pink","language":"xx"},"bounds":7}'],
    ['a window without a size', '{"bounds":{"x":1,"y":1,"width":0,"height":5,"maximized":false}}'],
    ['a place that is no number', '{"bounds":{"x":"1","y":1,"width":9,"height":5,"maximized":false}}'],
    ['a place between pixels', '{"bounds":{"x":1.5,"y":1,"width":9,"height":5,"maximized":false}}'],
  ])('is the first start’s for %s', (_what, text) => {
    if (text !== null) onDisk(text)
    expect(firstViewOf(readSavedView(folder))).toEqual({
      theme: 'system',
      language: 'system',
      zoom: 100,
      bounds: null,
    })
  })
})

describe('the store of the view', () => {
  it('keeps the sound preferences beside a damaged one', () => {
    onDisk(JSON.stringify({ preferences: { theme: 'pink', density: 'compact', other: 1 } }))
    expect(createViewStore(folder).read()).toEqual({ ...DEFAULT_PREFERENCES, density: 'compact' })
  })

  it('holds a change that cannot be saved for as long as the app runs', async () => {
    onDisk('{}')
    const gone = join(folder, 'view.json', 'below-a-file')
    const store = createViewStore(gone)
    expect(store.change({ density: 'compact' }).density).toBe('compact')
    await store.saved()
    expect(store.read().density).toBe('compact')
  })
})

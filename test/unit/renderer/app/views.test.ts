import { describe, expect, it } from 'vitest'
import { appliedTheme } from '../../../../renderer/app/applied-theme.ts'
import { viewNames, viewOfPath, viewPath } from '../../../../renderer/app/views.ts'

describe('the address of a view', () => {
  it.each(viewNames)('leads back to %s, with or without a search part', (view) => {
    expect(viewOfPath(viewPath(view))).toBe(view)
    expect(viewOfPath(`${viewPath(view)}?q=x/y`)).toBe(view)
  })

  it.each(['', '/', '/nothing', 'models', '/Models', '/model', 'javascript:alert(1)'])(
    'is none of ours: %j',
    (path) => {
      expect(viewOfPath(path)).toBeNull()
    },
  )
})

describe('the theme', () => {
  it.each([
    { chosen: 'system', dark: false, moreContrast: false, shown: 'light' },
    { chosen: 'system', dark: true, moreContrast: false, shown: 'dark' },
    { chosen: 'system', dark: false, moreContrast: true, shown: 'high-contrast' },
    { chosen: 'light', dark: true, moreContrast: true, shown: 'light' },
    { chosen: 'high-contrast', dark: false, moreContrast: false, shown: 'high-contrast' },
  ] as const)('$chosen on a system with dark $dark and contrast $moreContrast is $shown', (row) => {
    expect(appliedTheme(row.chosen, row)).toBe(row.shown)
  })
})

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CHART_COLORS, chartColor } from '../../../../renderer/ui/charts/palette.ts'

const read = (path: string) => readFileSync(new URL(`../../../../renderer/${path}`, import.meta.url), 'utf8')

/** The custom properties that a style sheet gives a theme, those of the light one underneath. */
function properties(css: string, theme: string): Record<string, string> {
  const rules = [...css.matchAll(/([^{}]+)\{([^}]*)\}/g)].filter(
    ([, selectors = '']) => /:root\s*$/.test(selectors.trim()) || selectors.includes(`"${theme}"`),
  )
  const entries = rules.flatMap(([, , body = '']) => [...body.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})/g)])
  return Object.fromEntries(entries.map(([, name = '', value = '']) => [name, value]))
}

/** WCAG relative luminance of `#rrggbb`. */
function luminance(color: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

describe.each(['light', 'dark', 'high-contrast'])('chart colours in the theme %s', (theme) => {
  const css = `${read('app/styles/tokens.css')}\n${read('ui/charts/charts.css')}`.replaceAll(
    /\/\*.*?\*\//gs,
    '',
  )
  const colors = properties(css, theme)

  it('stand out from the surface by 3:1 and are all different', () => {
    const series = Array.from({ length: CHART_COLORS }, (_, place) => colors[`--chart-${place + 1}`] ?? '')
    expect(new Set(series).size).toBe(CHART_COLORS)
    for (const color of series) {
      expect(contrast(color, colors['--surface-0'] ?? '')).toBeGreaterThanOrEqual(3)
    }
  })
})

describe('the colour of a series', () => {
  it('begins again after the last one', () => {
    expect(chartColor(0)).toBe('var(--chart-1)')
    expect(chartColor(CHART_COLORS)).toBe('var(--chart-1)')
  })
})

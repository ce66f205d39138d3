/** How many series one drawing can tell apart by colour. */
export const CHART_COLORS = 6

/** The colour of a series by its place, as a custom property that follows the theme (see charts.css). */
export function chartColor(place: number): string {
  return `var(--chart-${(place % CHART_COLORS) + 1})`
}

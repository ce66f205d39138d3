import axe from 'axe-core'

/** What axe finds wrong, one line each; empty when nothing is. Colours are measured in the real window instead. */
export async function axeViolations(element: Element): Promise<string[]> {
  const result = await axe.run(element, { rules: { 'color-contrast': { enabled: false } } })
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}

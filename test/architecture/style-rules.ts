import type { SourceFile } from './source-file.ts'
import { lineAt, type Violation } from './violation.ts'

export const stylesOfOneView = 'a style of one view reaches no other'

const VIEW = /^renderer\/features\/([^/]+)\/.*\.css$/
const CLASS = /\.([a-z][\w-]*)/g
/** What stands before the block of a rule; the head of a group such as `@media` is none. */
const SELECTORS = /([^{}@;]+)\{/g

type View = { name: string; file: SourceFile; css: string }

/**
 * Styles of views come when a view is first opened, and stay. A rule that begins with a class which another view styles
 * too would make that view look otherwise from then on: such a rule has to name its own view before.
 */
export function checkStyles(files: readonly SourceFile[]): Violation[] {
  const views = files.flatMap((file): View[] => {
    const name = VIEW.exec(file.path)?.[1]
    return name === undefined ? [] : [{ name, file, css: withoutComments(file.text) }]
  })
  const users = new Map<string, Set<string>>()
  for (const { name, css } of views)
    for (const [, used = ''] of css.matchAll(CLASS)) users.set(used, (users.get(used) ?? new Set()).add(name))
  return views.flatMap(({ file, css }) =>
    leadingClasses(css)
      .filter(({ name }) => (users.get(name)?.size ?? 0) > 1)
      .map(({ name, offset }) => ({
        rule: stylesOfOneView,
        path: file.path,
        line: lineAt(css, offset),
        what: `.${name}`,
      })),
  )
}

/** The classes with which a selector begins, so that it holds wherever they stand. */
function leadingClasses(css: string): { name: string; offset: number }[] {
  const choicesTogether = css.replaceAll(/\([^()]*\)/g, (choices) => choices.replaceAll(',', ' '))
  return [...choicesTogether.matchAll(SELECTORS)].flatMap((rule) =>
    (rule[1] ?? '').split(',').flatMap((selector) => {
      const name = /^\s*\.([a-z][\w-]*)/.exec(selector)?.[1]
      return name === undefined ? [] : [{ name, offset: rule.index + (rule[1] ?? '').indexOf(`.${name}`) }]
    }),
  )
}

/** Each line keeps its number. */
function withoutComments(css: string): string {
  return css.replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '))
}

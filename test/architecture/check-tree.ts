import { checkComments, noLooseEnds, silencedWithReason } from './comment-rules.ts'
import { checkDependencies, dependencyRules } from './dependency-rules.ts'
import { checkCycles, noCycles } from './import-cycles.ts'
import { importGraph } from './import-graph.ts'
import { checkLayout, fixedFolders, fixedTopLevel, namedAfterContent } from './layout-rules.ts'
import { parseModule } from './parsed-module.ts'
import { isSource, readTree } from './source-file.ts'
import { checkStyles, stylesOfOneView } from './style-rules.ts'
import { checkSyntax, syntaxRules } from './syntax-rules.ts'
import { checkText, noMachinePaths, noRegistryHosts } from './text-rules.ts'
import type { Violation } from './violation.ts'

/** The names of all rules that `checkTree` knows. */
export const ruleNames: readonly string[] = [
  ...dependencyRules.map(({ name }) => name),
  ...syntaxRules.map(({ name }) => name),
  noCycles,
  silencedWithReason,
  noLooseEnds,
  fixedTopLevel,
  fixedFolders,
  namedAfterContent,
  noMachinePaths,
  noRegistryHosts,
  stylesOfOneView,
]

/** Everything in the tree at `root` that breaks a rule. Throws when a source file does not parse. */
export function checkTree(root: string): Violation[] {
  const files = readTree(root)
  const modules = files.filter(({ path }) => isSource(path)).map(parseModule)
  const graph = importGraph(modules)
  return [
    ...checkDependencies(graph),
    ...checkCycles(graph),
    ...modules.flatMap(checkSyntax),
    ...modules.flatMap(checkComments),
    ...checkLayout(files.map(({ path }) => path)),
    ...checkStyles(files),
    ...files.flatMap((file) => checkText(file, [`${root}/`])),
  ]
}

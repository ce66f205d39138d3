import { createElement, memo, type ReactNode, useEffect, useState } from 'react'
import { isMathLoaded, loadMath, mathOf } from './math-reader.ts'
import type { MathTree } from './math-tree.ts'

/** A formula as MathML elements, never as markup. Until the reader is there, and when it is no TeX, its source. */
export const MathText = memo(({ tex, display }: { tex: string; display: boolean }): ReactNode => {
  const ready = useMath()
  const tree = ready ? mathOf(tex, display) : null
  if (tree === null) return <MathSource tex={tex} />
  return display ? (
    <span className="answer-math-display">{elementOf(tree, 'math')}</span>
  ) : (
    elementOf(tree, 'math')
  )
})

export function MathSource({ tex }: { tex: string }): ReactNode {
  return (
    <code className="answer-tex" translate="no">
      {tex}
    </code>
  )
}

function useMath(): boolean {
  const [ready, setReady] = useState(isMathLoaded)
  useEffect(() => {
    if (ready) return
    let gone = false
    void loadMath().then(() => {
      if (!gone) setReady(true)
    })
    return () => {
      gone = true
    }
  }, [ready])
  return ready
}

function elementOf(tree: MathTree, key: string): ReactNode {
  if (tree.tag === null) return tree.text
  const { tag, attributes, style, classes, children } = tree
  return createElement(
    tag,
    { ...attributes, key, className: classes === '' ? undefined : classes, ref: styleSetter(style) },
    ...children.map((child, index) => elementOf(child, `${tag} ${index}`)),
  )
}

/** Styles go through the element's own style object: an attribute is what the content security policy refuses. */
function styleSetter(
  style: Readonly<Record<string, string>>,
): ((element: Element | null) => void) | undefined {
  const entries = Object.entries(style)
  if (entries.length === 0) return undefined
  return (element) => {
    if (element === null || !('style' in element) || !(element.style instanceof CSSStyleDeclaration)) return
    for (const [name, value] of entries) Reflect.set(element.style, name, value)
  }
}

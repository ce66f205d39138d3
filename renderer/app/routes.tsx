import { lazy, type ReactNode, Suspense } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { ModelsView } from '../features/models/models-view.tsx'
import { SkeletonLines } from '../ui/skeleton-lines.tsx'
import { ViewHeading } from './view-heading.tsx'
import { type ViewName, viewNames, viewPath } from './views.ts'

/** Only the first view is in the first bundle; the others bring Mantine with them. */
const views: Record<ViewName, () => ReactNode> = {
  models: ModelsView,
  compare: lazily(async () => (await import('../features/compare/compare-view.tsx')).CompareView),
  tokenizer: lazily(async () => (await import('../features/tokenizer/tokenizer-view.tsx')).TokenizerView),
  playground: lazily(async () => (await import('../features/playground/playground-view.tsx')).PlaygroundView),
  usage: lazily(async () => (await import('../features/usage/usage-view.tsx')).UsageView),
  'api-key': lazily(async () => (await import('../features/api-key/api-key-view.tsx')).ApiKeyView),
  settings: lazily(async () => (await import('../features/settings/settings-view.tsx')).SettingsView),
}

function lazily(load: () => Promise<() => ReactNode>): () => ReactNode {
  const View = lazy(async () => {
    const [{ MantineFrame }, Content] = await Promise.all([import('./mantine-frame.tsx'), load()])
    return {
      default: () => (
        <MantineFrame>
          <Content />
        </MantineFrame>
      ),
    }
  })
  return () => <View />
}

export function Routes(): ReactNode {
  return (
    <Switch>
      {viewNames.map((view) => {
        const View = views[view]
        return (
          <Route key={view} path={viewPath(view)}>
            <Suspense fallback={<Placeholder view={view} />}>
              <View />
            </Suspense>
          </Route>
        )
      })}
      <Route>
        <Redirect to={viewPath('models')} replace />
      </Route>
    </Switch>
  )
}

function Placeholder({ view }: { view: ViewName }): ReactNode {
  return (
    <>
      <ViewHeading view={view} />
      <SkeletonLines lines={4} />
    </>
  )
}

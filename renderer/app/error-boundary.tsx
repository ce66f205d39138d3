import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../ui/failure-notice.tsx'

type State = { kind: 'well' } | { kind: 'crashed' }

type BoundaryProps = {
  heading: string
  /** Tells main, where bugs are logged. */
  report: (error: Error) => void
  children: ReactNode
}

/** Shows a bug of one view in its place; the rest of the window stays usable. Give it the view as `key`. */
export class ErrorBoundary extends Component<BoundaryProps, State> {
  override state: State = { kind: 'well' }

  static getDerivedStateFromError(): State {
    return { kind: 'crashed' }
  }

  override componentDidCatch(error: Error): void {
    this.props.report(error)
  }

  override render(): ReactNode {
    if (this.state.kind === 'well') return this.props.children
    return <Crash heading={this.props.heading} retry={() => this.setState({ kind: 'well' })} />
  }
}

function Crash({ heading, retry }: { heading: string; retry: () => void }): ReactNode {
  const { t } = useTranslation('app')
  return (
    <>
      <header className="view-heading">
        <h1>{heading}</h1>
      </header>
      <h2>{t('crash.heading')}</h2>
      <FailureNotice failure={null} onRetry={retry} />
    </>
  )
}

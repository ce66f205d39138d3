import type { KeyboardEvent, ReactNode } from 'react'

type TabListProps<Value extends string> = {
  label: string
  value: Value
  tabs: readonly { value: Value; label: string }[]
  onChange: (value: Value) => void
  /** Id of the element that shows the chosen tab. */
  panelId: string
}

/** The id of one tab, for `aria-labelledby` of the panel. */
export function tabId(panelId: string, value: string): string {
  return `${panelId}-${value}`
}

/** Tabs by the usual keys: left and right choose, Home and End go to the ends, Tab leaves for the panel. */
export function TabList<Value extends string>(props: TabListProps<Value>): ReactNode {
  const { tabs, value, onChange, panelId } = props
  const choose = (event: KeyboardEvent, index: number) => {
    const tab = tabs[targetIndex(event.key, index, tabs.length)]
    if (tab === undefined) return
    event.preventDefault()
    onChange(tab.value)
    document.getElementById(tabId(panelId, tab.value))?.focus()
  }
  return (
    <div className="tab-list" role="tablist" aria-label={props.label}>
      {tabs.map((tab, index) => (
        <button
          key={tab.value}
          id={tabId(panelId, tab.value)}
          type="button"
          role="tab"
          aria-selected={tab.value === value}
          aria-controls={panelId}
          tabIndex={tab.value === value ? 0 : -1}
          onClick={() => onChange(tab.value)}
          onKeyDown={(event) => choose(event, index)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  )
}

function targetIndex(key: string, index: number, count: number): number {
  switch (key) {
    case 'ArrowRight':
      return (index + 1) % count
    case 'ArrowLeft':
      return (index + count - 1) % count
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return -1
  }
}

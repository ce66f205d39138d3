import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

/**
 * Leads to the end of the messages and is there while the end is not followed. It stays while it has the focus: were it
 * to go when Tab or the growing answer scrolls to the end, the next Tab would begin at the top of the page.
 */
export function ToLatest({ follows, onPress }: { follows: boolean; onPress: () => void }): ReactNode {
  const { t } = useTranslation('playground')
  const [focused, setFocused] = useState(false)
  if (follows && !focused) return null
  return (
    <Button
      className="to-latest"
      size="compact-sm"
      variant="default"
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
      onClick={onPress}
    >
      {t('latest')}
    </Button>
  )
}

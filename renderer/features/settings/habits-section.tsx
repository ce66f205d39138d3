import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../../app/use-preferences.ts'
import { SettingsSection } from './settings-section.tsx'

const HABITS = ['tray', 'openAtLogin', 'notifyAnswers', 'notifyBudgets', 'spellCheck'] as const

/** How the app behaves on a desktop. What reaches beyond its window is off until it is chosen. */
export function HabitsSection(): ReactNode {
  const { t } = useTranslation('desktop')
  return (
    <SettingsSection heading={t('habits.heading')}>
      {HABITS.map((habit) => (
        <Habit key={habit} habit={habit} />
      ))}
    </SettingsSection>
  )
}

function Habit({ habit }: { habit: (typeof HABITS)[number] }): ReactNode {
  const { t } = useTranslation('desktop')
  const id = useId()
  const { preferences, known, change } = usePreferences()
  return (
    <div>
      <label className="settings-check">
        <input
          type="checkbox"
          checked={preferences[habit]}
          disabled={!known}
          aria-describedby={id}
          onChange={(event) => change({ [habit]: event.currentTarget.checked })}
        />
        {t(`habits.${habit}.name`)}
      </label>
      <p id={id} className="quiet settings-about">
        {t(`habits.${habit}.about`)}
      </p>
    </div>
  )
}

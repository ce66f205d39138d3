import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { presetNames, presetOf, workloadPresets } from '../../../shared/compare/presets.ts'
import { WORKLOAD_LIMITS, type Workload } from '../../../shared/compare/workload.ts'
import { countText } from '../../ui/number-text.ts'
import { CountField } from './count-field.tsx'
import { ImageFields } from './image-fields.tsx'
import { ReasoningField } from './reasoning-field.tsx'
import { RequestSum } from './request-sum.tsx'
import { WorkloadSlider } from './workload-slider.tsx'

type WorkloadProps = { workload: Workload; onChange: (workload: Workload) => void }

/** Up to here the slider reaches without growing; longer answers make it twice as long as often as needed. */
const USUAL_ANSWER = 8_192

/** The work that is priced: ready presets, every number, and sliders for the two that matter most. */
export function WorkloadEditor({ workload, onChange }: WorkloadProps): ReactNode {
  const { t } = useTranslation('compare')
  return (
    <section className="workload card" aria-label={t('workload.heading')}>
      <h2>{t('workload.heading')}</h2>
      <PresetPicker workload={workload} onChange={onChange} />
      <Sliders workload={workload} onChange={onChange} />
      <CountFields workload={workload} onChange={onChange} />
      <ReasoningField workload={workload} onChange={onChange} />
      <ImageFields workload={workload} onChange={onChange} />
      <RequestSum workload={workload} />
    </section>
  )
}

function PresetPicker({ workload, onChange }: WorkloadProps): ReactNode {
  const { t } = useTranslation('compare')
  const preset = presetOf(workload)
  return (
    <label className="preset-picker">
      {t('workload.preset')}
      <select
        value={preset ?? ''}
        onChange={(event) => {
          const name = presetNames.find((one) => one === event.currentTarget.value)
          if (name !== undefined) onChange(workloadPresets[name])
        }}
      >
        {preset === null && <option value="">{t('workload.own')}</option>}
        {presetNames.map((name) => (
          <option key={name} value={name}>
            {t(`workload.presets.${name}`)}
          </option>
        ))}
      </select>
    </label>
  )
}

function Sliders({ workload, onChange }: WorkloadProps): ReactNode {
  const { t, i18n } = useTranslation('compare')
  const { cachedShare, answerTokens } = workload
  return (
    <>
      <WorkloadSlider
        label={t('workload.cached')}
        value={cachedShare / 100}
        most={100}
        text={t('workload.percent', { percent: cachedShare / 100 })}
        onChange={(percent) => onChange({ ...workload, cachedShare: percent * 100 })}
      />
      <WorkloadSlider
        label={t('workload.answer')}
        value={answerTokens}
        most={sliderEnd(answerTokens)}
        text={t('workload.tokens', { count: answerTokens, shown: countText(answerTokens, i18n.language) })}
        onChange={(tokens) => onChange({ ...workload, answerTokens: tokens })}
      />
    </>
  )
}

function sliderEnd(answerTokens: number): number {
  const doublings = Math.max(0, Math.ceil(Math.log2(Math.max(1, answerTokens) / USUAL_ANSWER)))
  return Math.min(WORKLOAD_LIMITS.answerTokens, USUAL_ANSWER * 2 ** doublings)
}

function CountFields({ workload, onChange }: WorkloadProps): ReactNode {
  const { t, i18n } = useTranslation('compare')
  const field = (key: 'requestsPerDay' | 'promptTokens' | 'answerTokens', label: string) => (
    <CountField
      label={label}
      value={workload[key]}
      most={WORKLOAD_LIMITS[key]}
      invalid={t('workload.invalid', { least: 0, most: countText(WORKLOAD_LIMITS[key], i18n.language) })}
      onChange={(count) => onChange({ ...workload, [key]: count })}
    />
  )
  return (
    <>
      {field('requestsPerDay', t('workload.requests'))}
      {field('promptTokens', t('workload.prompt'))}
      <CountField
        label={t('workload.cachedPercent')}
        value={workload.cachedShare}
        most={WORKLOAD_LIMITS.cachedShare}
        decimals={2}
        invalid={t('workload.invalidShare', { least: 0, most: 100 })}
        onChange={(cachedShare) => onChange({ ...workload, cachedShare })}
      />
      {field('answerTokens', t('workload.answerTokens'))}
    </>
  )
}

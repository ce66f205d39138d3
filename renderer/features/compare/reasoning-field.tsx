import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import {
  requestTokens,
  WHOLE_SHARE,
  WORKLOAD_LIMITS,
  type Workload,
} from '../../../shared/compare/workload.ts'
import { countText } from '../../ui/number-text.ts'
import { CountField } from './count-field.tsx'

type ReasoningFieldProps = { workload: Workload; onChange: (workload: Workload) => void }

/** Reasoning as a count or as a share of the visible answer. Changing the unit keeps the tokens as near as it can. */
export function ReasoningField({ workload, onChange }: ReasoningFieldProps): ReactNode {
  const { t, i18n } = useTranslation('compare')
  const { reasoning } = workload
  const inShare = reasoning.kind === 'share'
  return (
    <div className="reasoning-field">
      <CountField
        key={reasoning.kind}
        label={inShare ? t('workload.reasoningShare') : t('workload.reasoningTokens')}
        value={inShare ? reasoning.share : reasoning.tokens}
        most={inShare ? WORKLOAD_LIMITS.reasoningShare : WORKLOAD_LIMITS.reasoningTokens}
        decimals={inShare ? 2 : 0}
        invalid={
          inShare
            ? t('workload.invalidShare', {
                least: 0,
                most: countText(WORKLOAD_LIMITS.reasoningShare / 100, i18n.language),
              })
            : t('workload.invalid', {
                least: 0,
                most: countText(WORKLOAD_LIMITS.reasoningTokens, i18n.language),
              })
        }
        onChange={(value) =>
          onChange({
            ...workload,
            reasoning: inShare ? { kind: 'share', share: value } : { kind: 'tokens', tokens: value },
          })
        }
      />
      <select
        aria-label={t('workload.reasoningUnit')}
        value={reasoning.kind}
        onChange={(event) => onChange(withUnit(workload, event.currentTarget.value === 'share'))}
      >
        <option value="tokens">{t('workload.inTokens')}</option>
        <option value="share">{t('workload.inShare')}</option>
      </select>
    </div>
  )
}

function withUnit(workload: Workload, inShare: boolean): Workload {
  const { reasoningTokens } = requestTokens(workload)
  if (!inShare) return { ...workload, reasoning: { kind: 'tokens', tokens: reasoningTokens } }
  const share = Math.round((reasoningTokens / Math.max(1, workload.answerTokens)) * WHOLE_SHARE)
  return {
    ...workload,
    reasoning: { kind: 'share', share: Math.min(share, WORKLOAD_LIMITS.reasoningShare) },
  }
}

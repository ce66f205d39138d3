import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { imageFormulas, tokensOfImage } from '../../../shared/compare/image-tokens.ts'
import { WORKLOAD_LIMITS, type Workload } from '../../../shared/compare/workload.ts'
import { countText } from '../../ui/number-text.ts'
import { CountField } from './count-field.tsx'

type ImageFieldsProps = { workload: Workload; onChange: (workload: Workload) => void }

/** How many images, how large, and by which of the two known ways they are counted. */
export function ImageFields({ workload, onChange }: ImageFieldsProps): ReactNode {
  const { t, i18n } = useTranslation('compare')
  const { images } = workload
  const change = (part: Partial<Workload['images']>) =>
    onChange({ ...workload, images: { ...images, ...part } })
  return (
    <>
      <CountField
        label={t('workload.imageCount')}
        value={images.count}
        most={WORKLOAD_LIMITS.imageCount}
        invalid={t('workload.invalid', { least: 0, most: WORKLOAD_LIMITS.imageCount })}
        onChange={(count) => change({ count })}
      />
      {images.count > 0 && (
        <div className="image-fields">
          <SideField
            label={t('workload.width')}
            value={images.width}
            onChange={(width) => change({ width })}
          />
          <span aria-hidden="true">{t('workload.by')}</span>
          <SideField
            label={t('workload.height')}
            value={images.height}
            onChange={(height) => change({ height })}
          />
          <span className="quiet" data-explain="workload-sum">
            {t('workload.tokensEach', { tokens: countText(tokensOfImage(images), i18n.language) })}
          </span>
          <select
            aria-label={t('workload.formula')}
            value={images.formula}
            onChange={(event) => {
              const formula = imageFormulas.find((one) => one === event.currentTarget.value)
              if (formula !== undefined) change({ formula })
            }}
          >
            {imageFormulas.map((formula) => (
              <option key={formula} value={formula}>
                {t(`workload.formulas.${formula}`)}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  )
}

function SideField(props: { label: string; value: number; onChange: (side: number) => void }): ReactNode {
  const { t, i18n } = useTranslation('compare')
  return (
    <CountField
      {...props}
      bare
      least={1}
      most={WORKLOAD_LIMITS.imageSide}
      invalid={t('workload.invalid', { least: 1, most: countText(WORKLOAD_LIMITS.imageSide, i18n.language) })}
    />
  )
}

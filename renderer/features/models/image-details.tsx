import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImageModel } from '../../../shared/catalog/model.ts'
import type { Catalog } from '../../../shared/contract/catalog.ts'
import { usePreferences } from '../../app/use-preferences.ts'
import { PriceCell } from '../../ui/price-cell.tsx'
import { CountFact, DateFact, Fact, ListFact } from './facts.tsx'
import { RawJson } from './raw-json.tsx'
import { imagePriceText } from './use-image-columns.tsx'

export function ImageDetails({ model }: { model: ImageModel; catalog: Catalog }): ReactNode {
  const { t } = useTranslation('models')
  return (
    <>
      <ImagePrices model={model} />
      <section>
        <h3>{t('panel.facts')}</h3>
        <dl className="facts">
          <ListFact label={t('columns.aliases')} words={model.aliases} />
          <CountFact
            label={t('columns.maxPromptLength')}
            count={model.maxPromptLength}
            unit={t('units.prompt')}
          />
          <ListFact label={t('columns.inputModalities')} words={model.inputModalities} />
          <ListFact label={t('columns.outputModalities')} words={model.outputModalities} />
          <Fact label={t('panel.ownedBy')}>{model.ownedBy}</Fact>
          <Fact label={t('panel.version')}>{model.version}</Fact>
          <Fact label={t('panel.fingerprint')}>{model.fingerprint}</Fact>
          <DateFact label={t('columns.created')} seconds={model.created} />
        </dl>
      </section>
      <RawJson entries={[{ title: t('panel.rawImage'), entry: model.raw }]} />
    </>
  )
}

/** The general price, and the prices by quality and resolution where the API lists them. */
function ImagePrices({ model }: { model: ImageModel }): ReactNode {
  const { t } = useTranslation('models')
  const { preferences } = usePreferences()
  const unit = preferences.priceUnit
  const lines = [
    { name: t('panel.anyVariant'), price: model.imagePrice },
    ...model.pricing.map(({ quality, resolution, pricePerImage }) => ({
      name: [quality, resolution].filter((part) => part !== null).join(' '),
      price: pricePerImage,
    })),
  ]
  return (
    <section>
      <h3>
        {t('panel.prices')}{' '}
        <span className="sort-unit">{t(unit === 'raw' ? 'units.ticksPerImage' : 'units.perImage')}</span>
      </h3>
      <table className="price-table" aria-label={t('panel.prices')}>
        <thead>
          <tr>
            <th scope="col">{t('panel.variant')}</th>
            <th scope="col" className="num">
              {t('panel.price')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, price }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <PriceCell text={imagePriceText(price, unit)} decimals={0} note={null} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

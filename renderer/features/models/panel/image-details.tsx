import type { ReactNode } from 'react'
import type { ImageModel } from '../../../../shared/catalog/model.ts'
import type { Catalog } from '../../../../shared/contract/catalog.ts'
import { usePreferences } from '../../../app/use-preferences.ts'
import { DemoMark } from '../../../ui/demo-mark.tsx'
import { PriceCell } from '../../../ui/price-cell.tsx'
import { imagePriceText } from '../images/image-price.ts'
import { useDetailWords } from '../use-detail-words.ts'
import { CountFact, Fact, ListFact } from './facts.tsx'
import { MayUse } from './may-use.tsx'
import { OriginFacts } from './origin-facts.tsx'
import { RawJson } from './raw-json.tsx'
import { ReferenceFacts } from './reference-facts-list.tsx'

export function ImageDetails({ model, catalog }: { model: ImageModel; catalog: Catalog }): ReactNode {
  const { t } = useDetailWords()
  return (
    <>
      <ImagePrices model={model} demo={catalog.demo} />
      <section>
        <h3>{t('modelDetails:facts')}</h3>
        <dl className="facts">
          <Fact label={t('models:columns.aliases')}>{model.aliases.join(', ') || t('models:none')}</Fact>
          <CountFact
            label={t('models:columns.maxPromptLength')}
            count={model.maxPromptLength}
            unit={t('models:units.prompt')}
            explain="prompt-limit"
          />
          <ListFact label={t('models:columns.inputModalities')} words={model.inputModalities} />
          <ListFact label={t('models:columns.outputModalities')} words={model.outputModalities} />
          <OriginFacts model={model} />
        </dl>
      </section>
      <ReferenceFacts model={model} />
      <MayUse kind="images" names={[model.id, ...model.aliases]} readAt={catalog.readAt} />
      <RawJson entries={[{ title: t('modelDetails:rawImage'), entry: model.raw }]} />
    </>
  )
}

/** The general price, and the prices by quality and resolution where the API lists them. */
function ImagePrices({ model, demo }: { model: ImageModel; demo: boolean }): ReactNode {
  const { t } = useDetailWords()
  const { preferences } = usePreferences()
  const unit = preferences.priceUnit
  const lines = [
    { name: t('modelDetails:anyVariant'), price: model.imagePrice },
    ...model.pricing.map(({ quality, resolution, pricePerImage }) => ({
      name: [quality, resolution].filter((part) => part !== null).join(' '),
      price: pricePerImage,
    })),
  ]
  return (
    <section>
      <h3>
        {t('modelDetails:prices')}{' '}
        <span className="sort-unit">
          {t(unit === 'raw' ? 'models:units.ticksPerImage' : 'models:units.perImage')}
        </span>{' '}
        {demo && <DemoMark />}
      </h3>
      <table className="price-table" aria-label={t('modelDetails:prices')}>
        <thead>
          <tr>
            <th scope="col">{t('modelDetails:variant')}</th>
            <th scope="col" className="num" data-explain="image-price">
              {t('modelDetails:price')}
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

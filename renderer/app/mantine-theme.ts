import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type VariantColorsResolver,
} from '@mantine/core'

/** Filled is the one primary action and wears the accent; default is a bordered neutral. */
const variantColors: VariantColorsResolver = (input) => {
  if (input.variant === 'filled' && (input.color === undefined || input.color === input.theme.primaryColor)) {
    return {
      background: 'var(--accent)',
      hover: 'color-mix(in srgb, var(--accent) 88%, var(--text))',
      color: 'var(--on-accent)',
      border: '1px solid transparent',
    }
  }
  if (input.variant === 'default') {
    return {
      background: 'var(--surface-0)',
      hover: 'var(--surface-2)',
      color: 'var(--text)',
      border: '1px solid var(--border-strong)',
    }
  }
  return defaultVariantColorsResolver(input)
}

export const mantineTheme = createTheme({
  fontFamily: 'var(--sans)',
  fontFamilyMonospace: 'var(--mono)',
  defaultRadius: 'var(--radius)',
  fontSizes: { xs: '12px', sm: '13px', md: '13px', lg: '14px', xl: '18px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '20px', xl: '28px' },
  variantColorResolver: variantColors,
  // Without a variant of its own a button never asks for its colours and is white on the accent.
  components: { Button: { defaultProps: { variant: 'filled' } } },
  respectReducedMotion: true,
})

/** Mantine's own colours follow our tokens, so one set of numbers decides every theme. */
export const mantineVariables: CSSVariablesResolver = () => {
  const ours = {
    '--mantine-color-body': 'var(--surface-0)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-dimmed': 'var(--text-quiet)',
    '--mantine-color-placeholder': 'var(--text-quiet)',
    '--combobox-chevron-color': 'var(--text-quiet)',
    '--mantine-color-default': 'var(--surface-0)',
    '--mantine-color-default-hover': 'var(--surface-2)',
    '--mantine-color-default-color': 'var(--text)',
    '--mantine-color-default-border': 'var(--border-strong)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-error': 'var(--bad)',
    '--mantine-primary-color-filled': 'var(--accent)',
    '--mantine-primary-color-contrast': 'var(--on-accent)',
    '--mantine-color-disabled': 'var(--surface-2)',
    '--mantine-color-disabled-color': 'var(--text-quiet)',
    '--mantine-color-disabled-border': 'var(--border)',
  }
  // Inputs take their surface and border from the grey scale of the scheme.
  const light = { '--mantine-color-gray-4': 'var(--border-strong)' }
  const dark = {
    '--mantine-color-dark-6': 'var(--surface-0)',
    '--mantine-color-dark-4': 'var(--border-strong)',
  }
  return { variables: {}, light: { ...ours, ...light }, dark: { ...ours, ...dark } }
}

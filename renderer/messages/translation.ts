/**
 * The same texts in a language that has one plural form only, as Chinese does: every key of the English source but the
 * singular ones. Which forms a language has is what `Intl.PluralRules` says; a test compares them.
 */
export type WithoutSingular<Source> = Source extends string
  ? string
  : {
      readonly [Key in keyof Source as Key extends `${string}_one` ? never : Key]: WithoutSingular<
        Source[Key]
      >
    }

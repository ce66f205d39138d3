/** The tour of the first run. */
export const tour = {
  place: 'Step {{step}} of {{of}}',
  skip: 'Skip tour',
  back: 'Back',
  next: 'Next',
  done: 'Done',
  steps: {
    models: {
      title: 'Every model and what it costs',
      text: 'The list that your key may see, with prices exactly as the API bills them. Open a row for everything known of a model; tick rows to compare them.',
    },
    unit: {
      title: 'One switch for all prices',
      text: 'Per million, per thousand, per token, or raw ticks: the unit changes everywhere at once, the numbers behind it never do.',
    },
    compare: {
      title: 'Compare on your own work',
      text: 'Choose two models or more, say how many requests a day you send and how long they are, and see what each model would cost.',
    },
    playground: {
      title: 'The cost before you send',
      text: 'As you type, this card tells the tokens, the likely and the largest cost. Afterwards each answer shows what was billed beside what was computed.',
    },
    usage: {
      title: 'All that was spent',
      text: 'Every request is recorded on this computer, to the tick. Budgets stop a request before it is sent, and Reconcile compares with the provider.',
    },
    'api-key': {
      title: 'Your own key',
      text: 'Enter a key here to leave the demo. What is this? at the top of every view, or Shift+F1, explains each number on it.',
    },
  },
} as const

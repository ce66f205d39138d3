/** What belongs to the app as a guest on a desktop: its log, its menus, its habits. */
export const desktop = {
  diagnostics: {
    name: 'Diagnostics',
    about:
      'What somebody who helps you has to know. It holds no key, no prompt, no answer and no name of a server. Nothing is sent: you copy it and give it to whom you like.',
    text: 'Text of the diagnostics',
    copy: 'Copy to clipboard',
    close: 'Close',
    read: 'Read {{when}}',
  },
  log: {
    heading: 'Diagnosis',
    about:
      'The app keeps a log on this computer: starts, versions, failures with their codes, request ids and times, at most 3 MB. Keys are taken out before a line is written; prompts and answers are never in it. It is not sent anywhere.',
    copyDiagnostics: 'Copy diagnostics',
    openFolder: 'Open log folder',
  },
} as const

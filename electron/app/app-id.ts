/** What the systems know the app by. On Windows notifications are shown only for the id that the installer registered. */
export const APP_ID = 'dev.tokenbook.app'

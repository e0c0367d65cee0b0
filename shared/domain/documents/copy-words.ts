/** What copies and the closing formula say, in one language, from resources/locales/<language>/documents.json. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by what the formula needs
export interface CopyWords {}

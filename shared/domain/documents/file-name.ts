/** What a pattern of file names can name, e.g. `{date} {kind} {number} ({languages}) {copy} {version}`. */
export const fileNameFields = [
  'date',
  'kind',
  'number',
  'title',
  'group',
  'organization',
  'languages',
  'copy',
  'version',
] as const;
export type FileNameField = (typeof fileNameFields)[number];

export const usualFileNamePattern = '{date} {kind} {number} {organization} ({languages}) {copy} {version}';

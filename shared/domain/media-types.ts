/** Files that go with meetings, by extension; what a file says of itself is not asked. */
const mediaTypes: Record<string, string> = {
  bmp: 'image/bmp',
  csv: 'text/csv',
  djvu: 'image/vnd.djvu',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  eml: 'message/rfc822',
  gif: 'image/gif',
  heic: 'image/heic',
  ics: 'text/calendar',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json',
  m4a: 'audio/mp4',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  msg: 'application/vnd.ms-outlook',
  odp: 'application/vnd.oasis.opendocument.presentation',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odt: 'application/vnd.oasis.opendocument.text',
  pdf: 'application/pdf',
  png: 'image/png',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  rtf: 'application/rtf',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  txt: 'text/plain',
  wav: 'audio/wav',
  webp: 'image/webp',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};

/** What a scanner writes. */
const scanExtensions = ['pdf', 'tif', 'tiff', 'jpg', 'jpeg', 'png', 'djvu', 'zip'];

/** By the extension of a name; bytes of no known kind where it is not in the list. */
export function mediaTypeOf(name: string): string {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return mediaTypes[extension] ?? 'application/octet-stream';
}

/** For `<input accept>` and the native dialog: kinds that are usual; every other file may be chosen as well. */
export const acceptedFiles: Record<'document' | 'scan', string> = {
  document: Object.keys(mediaTypes)
    .map((extension) => `.${extension}`)
    .join(','),
  scan: scanExtensions.map((extension) => `.${extension}`).join(','),
};

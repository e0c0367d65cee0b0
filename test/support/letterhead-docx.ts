import { type Parts, packParts } from './commented-docx.ts';

export const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
export const namespaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${office}" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"`;
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t>${text}</w:t></w:r>`;
export const line = (...runs: string[]): string => `<w:p>${runs.join('')}</w:p>`;
export const body = line(run('{{body}}'));
export const page =
  '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="2000" w:right="2000" w:top="1000" w:bottom="1000" w:gutter="0"/></w:sectPr>';
export const relationship = (id: string, type: string, target: string, mode = ''): string =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"${mode === '' ? '' : ` TargetMode="${mode}"`}/>`;
const relationships = (...list: string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;

/** A letterhead as Word writes one, as small as it can be. */
export function letterheadOf(content: string, more: Parts = {}, links: string[] = []): Uint8Array<ArrayBuffer> {
  return packParts({
    '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${word}.styles+xml"/><Override PartName="/word/header1.xml" ContentType="${word}.header+xml"/></Types>`,
    '_rels/.rels': relationships(relationship('rId1', `${office}/officeDocument`, 'word/document.xml')),
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${namespaces}><w:body>${content}${page}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationships(
      relationship('rId1', `${office}/styles`, 'styles.xml'),
      relationship('rId2', `${office}/header`, 'header1.xml'),
      ...links,
    ),
    'word/header1.xml': `<w:hdr ${namespaces}>${line(run('{{organization}}', '<w:b/><w:color w:val="AA0000"/>'))}</w:hdr>`,
    'word/styles.xml': `<w:styles ${namespaces}><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:rPr><w:color w:val="00AA00"/></w:rPr></w:style></w:styles>`,
    ...more,
  });
}

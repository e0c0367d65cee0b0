import { mapBody, mapXml, type Parts } from '../../../support/commented-docx.ts';

const transitional = 'http://schemas.openxmlformats.org';
const strict = 'http://purl.oclc.org/ooxml';

/** What other programs make of our file when they save it with comments. */
export const savedBy: Record<string, (parts: Parts) => Parts> = {
  Word: (parts) => parts,

  'a program with prefixes of its own': (parts) =>
    mapXml(parts, (xml) => xml.replaceAll(/(<\/?|\s)w:/gu, '$1ns1:').replaceAll('xmlns:w=', 'xmlns:ns1=')),

  'Strict Open XML': (parts) =>
    mapXml(parts, (xml) =>
      xml
        .replaceAll(`${transitional}/wordprocessingml/2006/main`, `${strict}/wordprocessingml/main`)
        .replaceAll(
          `${transitional}/officeDocument/2006/relationships/custom-properties`,
          `${strict}/officeDocument/relationships/customProperties`,
        )
        .replaceAll(`${transitional}/officeDocument/2006/relationships`, `${strict}/officeDocument/relationships`)
        .replaceAll(
          `${transitional}/officeDocument/2006/custom-properties`,
          `${strict}/officeDocument/customProperties`,
        ),
    ),

  'one that leaves bookmarks at the start of the paragraph': (parts) =>
    mapBody(parts, (body) =>
      body
        .replaceAll(/<w:bookmarkEnd [^>]*\/>/gu, '')
        .replaceAll(/<w:bookmarkStart [^>]*w:id="(\d+)"[^>]*\/>/gu, '$&<w:bookmarkEnd w:id="$1"/>'),
    ),

  'one that ends bookmarks in the next paragraph': (parts) =>
    mapBody(parts, (body) =>
      body.replaceAll(/(<w:bookmarkEnd [^>]*\/>)(<\/w:p>)(<w:p>(?:<w:pPr>(?:(?!<\/w:pPr>).)*<\/w:pPr>)?)/gsu, '$2$3$1'),
    ),

  'one that puts bookmarks between paragraphs': (parts) =>
    mapBody(parts, (body) =>
      body.replaceAll(/(<w:p>(?:<w:pPr>(?:(?!<\/w:pPr>).)*<\/w:pPr>)?)(<w:bookmarkStart [^>]*\/>)/gsu, '$2$1'),
    ),

  'one that starts a bookmark behind the first words': (parts) =>
    mapBody(parts, (body) => body.replaceAll(/(<w:bookmarkStart [^>]*\/>)(<w:r>(?:(?!<\/w:r>).)*<\/w:r>)/gsu, '$2$1')),

  'one with other names of parts': (parts) => {
    const { 'word/document.xml': body, 'word/_rels/document.xml.rels': rels, 'word/comments.xml': comments } = parts;
    const moved = ['word/document.xml', 'word/_rels/document.xml.rels', 'word/comments.xml'];
    return {
      ...Object.fromEntries(Object.entries(parts).filter(([name]) => !moved.includes(name))),
      '_rels/.rels': (parts['_rels/.rels'] ?? '').replace('word/document.xml', '/Text/Document2.xml'),
      'text/document2.xml': body ?? '',
      'text/_rels/document2.xml.rels': (rels ?? '')
        .replace('"comments.xml"', '"/notes/my%20comments.xml"')
        .replace('"commentsExtended.xml"', '"../word/commentsExtended.xml"'),
      'notes/my comments.xml': comments ?? '',
    };
  },
};

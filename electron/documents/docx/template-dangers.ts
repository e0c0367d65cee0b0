import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { Report } from './template-parts.ts';

/** The deepest nesting seen in real files is below 60. */
const maxDepth = 256;

/**
 * Fields that write something about the document itself. Anything else (DDE, DDEAUTO, INCLUDETEXT, INCLUDEPICTURE, LINK,
 * DATABASE, PRINT …) can fetch or start what is not in the file; a name put together by a field within is none of these.
 */
const harmlessFields = new Set(
  [
    '=  ADVANCE AUTHOR AUTONUM AUTONUMLGL AUTONUMOUT BARCODE BIDIOUTLINE COMMENTS COMPARE CREATEDATE DATE',
    'DISPLAYBARCODE DOCPROPERTY DOCVARIABLE EDITTIME EQ FILENAME FILESIZE FORMCHECKBOX FORMDROPDOWN FORMTEXT HYPERLINK IF',
    'INDEX INFO KEYWORDS LASTSAVEDBY LISTNUM NOTEREF NUMCHARS NUMPAGES NUMWORDS PAGE PAGEREF PRINTDATE QUOTE REF REVNUM',
    'SAVEDATE SECTION SECTIONPAGES SEQ STYLEREF SUBJECT SYMBOL TA TC TEMPLATE TIME TITLE TOA TOC USERADDRESS USERINITIALS',
    'USERNAME XE',
  ].flatMap((line) => line.split(/\s+/u)),
);
const objectElements = new Set(['altChunk', 'object', 'OLEObject', 'control', 'ocx', 'subDoc', 'webVideoPr']);
const macroElements = new Set(['entryMacro', 'exitMacro', 'macroDef', 'mcd']);
const wordNamespace = /wordprocessingml/u;
const vmlNamespace = /^urn:schemas-microsoft-com:(?:vml|office:)/u;
const svgNamespace = 'http://www.w3.org/2000/svg';

const macroType =
  /(?:vba(?:Project|Data|ProjectSignature)|keyMapCustomizations|attachedToolbars|ui\/(?:user)?(?:customization|extensibility))/iu;
const objectType = /\/(?:aFChunk|control|oleObject|package|subDocument|activeXControl\w*|ctrlProp|embeddedPackage)$/iu;
const macroContent = /macroEnabled|vbaProject|vbaData|keyMapCustomizations|attachedToolbars/iu;
const objectContent = /oleObject|activeX/iu;

/** Looks at one part for whatever would act, fetch or hide. Answers false where it is not well-formed. */
export function findDangers(part: string, xml: string, report: Report): boolean {
  const fields = readFields(report);
  let depth = 0;
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on('error', (error) => {
    throw new NotWellFormed(error.message);
  });
  parser.on('doctype', () => {
    report('doctype', part);
    // What follows may use entities that it declares.
    throw new NotWellFormed('DOCTYPE');
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > maxDepth) throw new NotWellFormed('depth');
    if (part.endsWith('.rels')) lookAtRelationship(tag, report);
    else if (part === '[Content_Types].xml') lookAtContentType(tag, report);
    else lookAtElement(tag, part, report);
    fields.open(tag);
  });
  parser.on('text', (text) => fields.text(text));
  parser.on('cdata', (text) => fields.text(text));
  parser.on('closetag', ({ local }) => {
    depth -= 1;
    fields.close(local);
  });
  try {
    parser.write(xml).close();
  } catch (error) {
    if (!(error instanceof NotWellFormed)) throw error;
    if (error.message !== 'DOCTYPE') report('not-a-docx', part);
    return false;
  }
  fields.end();
  return true;
}

class NotWellFormed extends Error {}

const attributeOf = ({ attributes }: SaxesTagNS, wanted: string): string | undefined =>
  Object.values(attributes).find(({ local }) => local === wanted)?.value;

function lookAtRelationship(tag: SaxesTagNS, report: Report): void {
  if (tag.local !== 'Relationship') return;
  const type = attributeOf(tag, 'Type') ?? '';
  const target = attributeOf(tag, 'Target') ?? '';
  const isExternal = attributeOf(tag, 'TargetMode')?.toLowerCase() === 'external';
  if (macroType.test(type)) report('macros', shorten(target));
  else if (objectType.test(type)) report('embedded-object', shorten(target));
  // A link that a person clicks on is the only thing that may lead out. A template, a picture or a style sheet from
  // elsewhere is fetched when the file is opened.
  else if (isExternal && !(type.endsWith('/hyperlink') && isPlainLink(target)))
    report('external-link', shorten(target));
  else if (!isExternal && /^[a-z][a-z\d+.-]*:|^\/\/|\\/iu.test(target)) report('external-link', shorten(target));
}

function lookAtContentType(tag: SaxesTagNS, report: Report): void {
  const type = attributeOf(tag, 'ContentType') ?? '';
  const name = attributeOf(tag, 'PartName') ?? attributeOf(tag, 'Extension') ?? '';
  if (macroContent.test(type)) report('macros', shorten(name));
  else if (objectContent.test(type)) report('embedded-object', shorten(name));
}

function lookAtElement(tag: SaxesTagNS, part: string, report: Report): void {
  const { local, uri } = tag;
  if (
    objectElements.has(local) &&
    uri !== svgNamespace &&
    (wordNamespace.test(uri) || !/^(?:altChunk|object|control|subDoc)$/u.test(local))
  )
    report('embedded-object', `${part}: ${local}`);
  if (macroElements.has(local)) report('macros', `${part}: ${local}`);
  if (local === 'mailMerge') report('external-link', `${part}: ${local}`);
  if (local === 'foreignObject' || (uri === svgNamespace && local === 'script'))
    report('embedded-object', `${part}: ${local}`);
  const isDrawn = vmlNamespace.test(uri) || uri === svgNamespace;
  if (!isDrawn) return;
  // VML and SVG name what they show without a relationship.
  for (const { local: name, value } of Object.values(tag.attributes)) {
    const isLink = name === 'href' && isPlainLink(value) && local !== 'image';
    if (['src', 'href', 'althref'].includes(name) && !isLink && !/^(?:$|#|data:image\/)/u.test(value.trim()))
      report('external-link', shorten(value));
  }
}

const isPlainLink = (target: string): boolean => /^(?:https?:\/\/|mailto:|#)/iu.test(target.trim());
const shorten = (text: string): string => text.replace(/\p{C}/gu, '').trim().slice(0, 100);

/** Fields, whose code Word cuts into runs as it likes and which may stand within each other. */
function readFields(report: Report): {
  open(tag: SaxesTagNS): void;
  text(text: string): void;
  close(local: string): void;
  end(): void;
} {
  const open: { code: string; isCode: boolean }[] = [];
  let isInstruction = false;

  function check(code: string): void {
    if (code.trim() === '') return;
    const name = /^\s*(=|[A-Za-z]+(?![^\s"\\]))/u.exec(code)?.[1]?.toUpperCase() ?? '';
    if (name === 'MACROBUTTON') report('macros', shorten(code));
    else if (!harmlessFields.has(name)) report('dde', shorten(code));
    else if (
      name === 'HYPERLINK' &&
      !/^\s*HYPERLINK\s+(?:\\\w\s+)*(?:"?\s*(?:https?:\/\/|mailto:|#)|\\l\b|"[^":\\/]*"\s*$)/iu.test(code)
    )
      report('external-link', shorten(code));
  }
  const settle = (): void => {
    const last = open.at(-1);
    if (last?.isCode !== true) return;
    last.isCode = false;
    check(last.code);
  };

  return {
    open(tag) {
      const { local } = tag;
      if (local === 'fldSimple') check(attributeOf(tag, 'instr') ?? '');
      if (local === 'instrText' || local === 'delInstrText') isInstruction = true;
      if (local !== 'fldChar') return;
      const type = attributeOf(tag, 'fldCharType');
      if (type === 'begin') {
        const outer = open.at(-1);
        // What a field within writes is not known here.
        if (outer?.isCode === true) outer.code += '\u25A1';
        open.push({ code: '', isCode: true });
      } else {
        settle();
        if (type === 'end') open.pop();
      }
    },
    text(text) {
      const last = open.at(-1);
      if (!isInstruction) return;
      if (last?.isCode === true) last.code += text;
      // Code outside a field does nothing; it has no business here either.
      else check(text);
    },
    close(local) {
      if (local === 'instrText' || local === 'delInstrText') isInstruction = false;
    },
    end() {
      while (open.length > 0) {
        settle();
        open.pop();
      }
    },
  };
}

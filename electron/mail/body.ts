import { type Language, languageTags } from '#shared/domain/language.ts';
import type {
  MinutesBlock,
  MinutesDocument,
  MinutesParagraph,
  MinutesSection,
} from '#shared/domain/minutes/document.ts';

/** The text of a mail, plain and as HTML that says which language each stretch is in. */
export interface MailBody {
  text: string;
  html: string;
}

/** A mail begins with the salutation: neither letterhead nor date nor addressee stand above it. */
function blocksOfMail({ blocks }: MinutesSection): MinutesBlock[] {
  const isHead = ({ kind }: MinutesBlock, index: number): boolean => kind === 'placed' && index < firstText;
  const firstText = blocks.findIndex(({ kind }) => kind !== 'placed');
  const head = blocks.filter(isHead);
  const isSalutation = (block: MinutesBlock): boolean =>
    block.kind === 'placed' && /[!！:：,，]$/u.test(toText(block.lines.at(-1) ?? []));
  const salutation = head.filter(isSalutation).at(-1);
  return [...(salutation === undefined ? [] : [salutation]), ...blocks.slice(Math.max(firstText, 0))];
}

/** What stands in the letterhead of a letter stands below the text of a mail. */
function footOfMail({ letterhead }: MinutesSection): MinutesBlock[] {
  if (letterhead === undefined) return [];
  return [{ kind: 'placed', place: 'left', lines: [...letterhead.names, ...letterhead.lines] }];
}

const toText = (paragraph: MinutesParagraph): string => paragraph.map(({ text }) => text).join('');

/** A letter as the body of a mail. Throws for a document of no or several parts, which is no letter. */
export function describeBody({ title, sections }: MinutesDocument): MailBody {
  const [section, ...others] = sections;
  if (section === undefined || others.length > 0) throw new Error('a letter has one part');
  const blocks = [...blocksOfMail(section), ...footOfMail(section)];
  const tag = languageTags[section.language];
  return {
    text: `${blocks.map((block) => writeText(block, section.language)).join('\n\n')}\n`,
    html: [
      '<!DOCTYPE html>',
      `<html lang="${tag}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head><body>`,
      // Mail programs drop the tags above.
      `<div lang="${tag}">`,
      ...blocks.map((block) => writeHtml(block, section)),
      '</div></body></html>',
      '',
    ].join('\n'),
  };
}

function writeText(block: MinutesBlock, language: Language): string {
  switch (block.kind) {
    case 'heading':
    case 'lead':
    case 'paragraph':
      return toText(block.runs);
    case 'split':
      return [block.left, block.right].map(toText).join('\n');
    case 'fields':
      return block.rows
        .map(({ label, values }) => {
          const [colon, semicolon] = language === 'zh' ? ['：', '；'] : [': ', '; '];
          return `${label}${colon}${values.map(toText).join(semicolon)}`;
        })
        .join('\n');
    case 'list':
      return block.items.map((item) => `• ${toText(item)}`).join('\n');
    case 'points':
      return block.points.map(({ number, paragraphs }) => `${number} ${paragraphs.map(toText).join('\n')}`).join('\n');
    case 'table':
      return block.rows.map(({ cells }) => cells.map((cell) => cell.map(toText).join(' ')).join(' | ')).join('\n');
    case 'placed':
      return block.lines.map(toText).join('\n');
    case 'sign-off':
      return [block.name, ...block.office]
        .filter((line) => line.length > 0)
        .map(toText)
        .join('\n');
    case 'signatures':
      return block.columns
        .map(({ heading, office, name }) => [heading, office, name].map(toText).join('\n'))
        .join('\n\n');
    case 'drawing':
      return '';
  }
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"']/gu, (sign) => entities[sign] ?? '');

function writeHtml(block: MinutesBlock, section: MinutesSection): string {
  const line = (paragraph: MinutesParagraph): string =>
    paragraph
      .map(({ text, language, role }) => {
        const shown = role === 'strong' ? `<strong>${escapeHtml(text)}</strong>` : escapeHtml(text);
        return language === section.language ? shown : `<span lang="${languageTags[language]}">${shown}</span>`;
      })
      .join('');
  const lines = (list: MinutesParagraph[]): string => list.map(line).join('<br>');
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${line(block.runs)}</h${block.level}>`;
    case 'lead':
    case 'paragraph':
      return `<p>${line(block.runs)}</p>`;
    case 'split':
      return `<p>${lines([block.left, block.right])}</p>`;
    case 'fields': {
      const cell = 'style="text-align:left;vertical-align:top;padding:2px 12px 2px 0"';
      const rows = block.rows.map(
        ({ label, values }) =>
          `<tr><th scope="row" ${cell}>${escapeHtml(label)}</th><td ${cell}>${lines(values)}</td></tr>`,
      );
      return `<table style="border-collapse:collapse">${rows.join('')}</table>`;
    }
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${line(item)}</li>`).join('')}</ul>`;
    case 'points':
      return block.points
        .map(({ number, paragraphs }) => `<p>${escapeHtml(number)} ${lines(paragraphs)}</p>`)
        .join('\n');
    case 'table':
      return `<table>${block.rows
        .map(({ cells }) => `<tr>${cells.map((cell) => `<td>${lines(cell)}</td>`).join('')}</tr>`)
        .join('')}</table>`;
    case 'placed':
      return `<p>${lines(block.lines)}</p>`;
    case 'sign-off':
      return `<p>${lines([block.name, ...block.office].filter((item) => item.length > 0))}</p>`;
    case 'signatures':
      return block.columns.map(({ heading, office, name }) => `<p>${lines([heading, office, name])}</p>`).join('');
    case 'drawing':
      return '';
  }
}

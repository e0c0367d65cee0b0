import type { MeetingRecord } from '../../contract/records.ts';
import { chooseText, type Language } from '../language.ts';
import type { MinutesBlock, MinutesParagraph, MinutesSection, PageNumbering } from './document.ts';
import type { RunWriter } from './runs.ts';
import { chineseNumeral } from './typography.ts';

/** How each country numbers its pages (standards, A1–A3). */
export const numberings: Record<Language, PageNumbering> = { en: 'pages', ru: 'number', zh: 'dashes' };

/** Whether the text of the meeting is still a draft, and everything taken from it. */
export function isDraft({ meeting }: MeetingRecord): boolean {
  return meeting.status !== 'agreed' && meeting.status !== 'amended';
}

/** What stands before, between and after the two numbers of «page x of y». */
export function describePageLabel({ labels }: RunWriter): MinutesSection['pageLabel'] {
  // Two characters no text can hold (they are cleaned away at the border) show where the numbers go.
  const [before = '', between = '', after = ''] = labels.pageOf('\u0001', '\u0001').split('\u0001');
  return { before, between, after };
}

/** A part about the meeting in one language, in the name of its group. */
export function createSection(
  record: MeetingRecord,
  writer: RunWriter,
  values: { title: string; subject?: MinutesParagraph; hasDraftMark: boolean; blocks: MinutesBlock[] },
): MinutesSection {
  const { language, labels } = writer;
  return {
    language,
    organisation: record.group === null ? [] : writer.quote(chooseText(record.group.name, language), 'line'),
    title: writer.say(values.title).text,
    subject: values.subject ?? writer.quote(chooseText(record.meeting.title, language), 'text'),
    draftMark: values.hasDraftMark && isDraft(record) ? labels.draft : null,
    numbering: numberings[language],
    pageLabel: describePageLabel(writer),
    blocks: values.blocks,
  };
}

export interface SectionPart {
  id: string;
  label: string;
  blocks: MinutesBlock[];
}

/** The parts that have something to say, under their headings; numbered 一、二、 in Chinese. */
export function arrangeParts(parts: readonly SectionPart[], writer: RunWriter): MinutesBlock[] {
  const written = parts.filter(({ blocks }) => blocks.length > 0);
  return written.flatMap(({ id, label, blocks }, index): MinutesBlock[] => {
    const number = writer.language === 'zh' ? `${chineseNumeral(index + 1)}、` : '';
    return [{ kind: 'heading', id, level: 2, runs: [writer.say(`${number}${label}`)] }, ...blocks];
  });
}

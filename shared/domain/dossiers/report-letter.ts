import type { Party } from '../letters/person-forms.ts';
import { createPlainWriter } from '../letters/plain-writer.ts';
import { describeSalutation } from '../letters/salutation.ts';
import type { WordsByLanguage } from '../letters/words.ts';
import { formatDate } from '../minutes/dates.ts';
import type { MinutesBlock, MinutesDocument } from '../minutes/document.ts';
import { describePageLabel } from '../minutes/section.ts';
import { splitParagraphs } from '../minutes/typography.ts';
import type { DossierBuild } from './build.ts';

export interface ReportLetterFacts {
  /** To whom; null: to several, or to nobody in particular. */
  recipient: Party | null;
  /** Of whom the report is, in the language of the letter as far as it is known; empty: of everybody. */
  of: string;
  today: string;
  open: number;
  overdue: number;
  /** The user's own words. */
  note: string;
  /** Who writes; may be empty. */
  secretary: string;
}

/** The few words with which an action report goes out. */
export function buildReportLetter(
  facts: ReportLetterFacts,
  { language, labels, dossiers, letters }: DossierBuild & { letters: WordsByLanguage },
): { subject: string; document: MinutesDocument } {
  const writer = createPlainWriter(language, labels[language]);
  const words = dossiers[language].letter;
  const day = formatDate(facts.today, language);
  // A subject stands in one line of a header, where a no-break space is of no use.
  const subject = (facts.of === '' ? words.subjectAll(day) : words.subject(facts.of, day)).replace(/\u00A0/gu, ' ');
  const separator = language === 'zh' ? '' : ' ';
  const opening = [words.open(facts.open, day), ...(facts.overdue === 0 ? [] : [words.overdue(facts.overdue)])];
  const paragraphs = [opening.join(separator), ...splitParagraphs(facts.note), words.ask, words.enclosure];
  const closing = letters[language].closing.split('\n');
  const blocks: MinutesBlock[] = [
    { kind: 'placed', place: 'left', lines: [describeSalutation(facts.recipient, letters[language], writer)] },
    ...paragraphs.map((text): MinutesBlock => ({ kind: 'paragraph', runs: [writer.say(text)] })),
    {
      kind: 'placed',
      place: 'left',
      lines: [...closing, ...(facts.secretary === '' ? [] : [facts.secretary])].map((line) => [writer.say(line)]),
    },
  ];
  return {
    subject,
    document: {
      title: subject,
      subject: '',
      date: facts.today,
      sections: [
        {
          language,
          organisation: [],
          title: '',
          subject: [],
          draftMark: null,
          isLetter: true,
          pageLabel: describePageLabel(writer),
          blocks,
        },
      ],
    },
  };
}

import type { ChosenText, Language } from '../language.ts';
import type { MinutesParagraph, MinutesRun, RunRole } from './document.ts';
import type { MinutesLabels } from './labels.ts';
import { bindSpaces, splitParagraphs } from './typography.ts';

/** Which mark a stand-in gets: a whole text, a short line (office, organisation), or a name, which has a script. */
export type MarkKind = 'text' | 'line' | 'name';

/** Makes the runs of one language's part. */
export interface RunWriter {
  readonly language: Language;
  readonly labels: MinutesLabels;
  /** Words of the document's own language. */
  say(text: string, role?: RunRole): MinutesRun;
  /** A text that somebody entered, and its mark if it stands in; nothing for an empty text. */
  quote(chosen: ChosenText, kind: MarkKind, role?: RunRole): MinutesParagraph;
  /** The paragraphs of a longer text; the mark of a stand-in comes after the last. */
  quoteParagraphs(chosen: ChosenText): MinutesParagraph[];
  /** A visible gap. */
  gap(text: string): MinutesRun;
  /** Parts in one line. Neighbours that stand in from one language share one mark, after the last of them. */
  line(parts: readonly { chosen: ChosenText; kind: MarkKind; role?: RunRole }[], separator: string): MinutesParagraph;
  /** Paragraphs with something between them. */
  join(parts: readonly MinutesParagraph[], separator: string): MinutesParagraph;
  /** Marks in brackets after a line: «(head of delegation, interpreter)». */
  bracket(marks: readonly string[]): MinutesParagraph;
}

export function createRunWriter(language: Language, labels: MinutesLabels): RunWriter {
  const isChinese = language === 'zh';

  const say = (text: string, role: RunRole = 'plain'): MinutesRun => ({
    text: bindSpaces(text, language),
    language,
    isFallback: false,
    role,
  });

  const entered = (chosen: ChosenText, role: RunRole = 'plain'): MinutesRun => ({
    text: bindSpaces(chosen.text.trim(), chosen.language),
    language: chosen.language,
    isFallback: chosen.isFallback,
    role,
  });

  function mark(source: Language, kind: MarkKind): MinutesRun {
    const words = kind === 'text' ? labels.textIn : kind === 'line' ? labels.lineIn : labels.nameIn;
    return say(isChinese ? `［${words[source]}］` : `\u00A0[${words[source].replace(/ /gu, '\u00A0')}]`, 'mark');
  }

  function line(
    parts: readonly { chosen: ChosenText; kind: MarkKind; role?: RunRole }[],
    separator: string,
  ): MinutesParagraph {
    const written = parts.filter(({ chosen }) => chosen.text.trim() !== '');
    return written.flatMap(({ chosen, kind, role }, index) => {
      const next = written[index + 1];
      const isShared =
        next !== undefined && next.kind === kind && next.chosen.isFallback && next.chosen.language === chosen.language;
      const runs = index === 0 ? [] : [say(separator)];
      runs.push(entered(chosen, role));
      if (chosen.isFallback && !isShared) runs.push(mark(chosen.language, kind));
      return runs;
    });
  }

  return {
    language,
    labels,
    say,
    line,
    quote: (chosen, kind, role) => line([{ chosen, kind, ...(role === undefined ? {} : { role }) }], ''),
    quoteParagraphs(chosen) {
      const paragraphs = splitParagraphs(chosen.text).map((text) => [entered({ ...chosen, text })]);
      if (chosen.isFallback) paragraphs.at(-1)?.push(mark(chosen.language, 'text'));
      return paragraphs;
    },
    gap: (text) => say(text, 'open'),
    join: (parts, separator) =>
      parts.flatMap((part, index) => (index === 0 || separator === '' ? part : [say(separator), ...part])),
    bracket: (marks) => {
      if (marks.length === 0) return [];
      return [say(isChinese ? `（${marks.join('，')}）` : ` (${marks.join(', ')})`)];
    },
  };
}

import type { Language } from '../language.ts';
import type { MinutesParagraph } from '../minutes/document.ts';
import type { MinutesLabels } from '../minutes/labels.ts';
import { createRunWriter, type RunWriter } from '../minutes/runs.ts';

/**
 * As for minutes, but a text that stands in for a missing one carries no mark: what a letter lacks is seen before it is
 * sent, not by who receives it. Each run still names the language it is in.
 */
export function createPlainWriter(language: Language, labels: MinutesLabels): RunWriter {
  const writer = createRunWriter(language, labels);
  const plain = (runs: MinutesParagraph): MinutesParagraph =>
    runs.filter(({ role }) => role !== 'mark').map((run) => ({ ...run, isFallback: false }));
  return {
    ...writer,
    quote: (chosen, kind, role) => plain(writer.quote(chosen, kind, role)),
    quoteParagraphs: (chosen) => writer.quoteParagraphs(chosen).map(plain),
    line: (parts, separator) => plain(writer.line(parts, separator)),
  };
}

import type { MinutesParagraph } from '../minutes/document.ts';
import type { RunWriter } from '../minutes/runs.ts';
import { textPlace } from './words.ts';

/** A sentence around an entered text, which keeps its own language and mark. */
export function fill(sentence: (place: string) => string, text: MinutesParagraph, writer: RunWriter): MinutesParagraph {
  const [before = '', after = ''] = sentence(textPlace).split(textPlace);
  return [...(before === '' ? [] : [writer.say(before)]), ...text, ...(after === '' ? [] : [writer.say(after)])];
}

/** «A, B and C» as each language writes it. */
export function enumerate(parts: readonly MinutesParagraph[], writer: RunWriter): MinutesParagraph {
  const last = { en: ' and ', ru: ' и ', zh: '和' }[writer.language];
  const comma = writer.language === 'zh' ? '、' : ', ';
  return parts.flatMap((part, index) =>
    index === 0 ? part : [writer.say(index === parts.length - 1 ? last : comma), ...part],
  );
}

/** A stop behind a text that ends without one. */
export function closeSentence(runs: MinutesParagraph, writer: RunWriter): MinutesParagraph {
  const last = runs.at(-1);
  if (last === undefined || /[.!?…。！？]["'”’»）)]*\s*$/u.test(last.text)) return runs;
  return [...runs, writer.say(writer.language === 'zh' ? '。' : '.')];
}

import { type HandOverDocument, renderHandOver } from '../../../electron/documents/docx/hand-over.ts';
import { createCoder, handOverCode } from '../../../electron/features/hand-overs/codes.ts';
import type { HandOver } from '../../../electron/features/hand-overs/repository.ts';

const id = '0199c0de-0000-7000-8000-000000000001';

/** A hand-over from English into Russian, of rows with these sources and translations. */
export function makeHandOver(texts: readonly { source: string; target: string }[]): HandOver {
  const nextCode = createCoder(id);
  return {
    id,
    meetingId: '0199c0de-0000-7000-8000-000000000002',
    sourceLanguage: 'en',
    targetLanguage: 'ru',
    atMs: 0,
    texts: texts.map(({ source, target }, index) => ({
      kind: 'entry',
      id: `0199c0de-0000-7000-8000-${String(index).padStart(12, '0')}`,
      code: nextCode('entry', String(index)),
      number: `1.${String(index + 1)}`,
      sourceLanguage: 'en',
      source,
      target,
      originLanguage: 'en',
      origin: source,
    })),
  };
}

/** The table as it goes out. */
export function render({ id: handOverId, texts }: HandOver): Promise<Uint8Array<ArrayBuffer>> {
  const code = handOverCode(handOverId);
  const document: HandOverDocument = {
    id: handOverId,
    code,
    date: '2020-06-16',
    targetLanguage: 'ru',
    heads: [
      {
        language: 'ru',
        title: 'Текст для перевода',
        meeting: { text: 'Заседание', language: 'ru' },
        date: '16 июня 2020 г.',
        instruction: 'Впишите перевод в третий столбец.',
        codeLine: `Код файла: ${code}.`,
      },
    ],
    columns: ['№', 'EN · Исходный текст', 'RU · Перевод'].map((text) => [{ text, language: 'ru' }]),
    rows: texts.map(({ code: rowCode, number, source, target }) => ({
      code: rowCode,
      label: `Решение ${number}`,
      source: { text: source, language: 'en' },
      target,
    })),
  };
  return renderHandOver(document);
}

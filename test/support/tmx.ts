import type { LocalizedText } from '#shared/domain/language.ts';

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** TMX 1.4 as other programs write it. `date`: YYYYMMDD. */
export function makeTmx(units: readonly { texts: LocalizedText; date?: string }[]): string {
  const body = units.map(({ texts, date }) => {
    const variants = [
      ['en-US', texts.en],
      ['ru-RU', texts.ru],
      ['zh-CN', texts.zh],
    ] as const;
    const written = variants.filter(([, text]) => text !== '');
    const dated = date === undefined ? '' : ` changedate="${date}T120000Z"`;
    return `<tu${dated}>${written.map(([tag, text]) => `<tuv xml:lang="${tag}"><seg>${escape(text)}</seg></tuv>`).join('')}</tu>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="Hand" creationtoolversion="1" segtype="sentence" o-tmf="none" adminlang="en"
srclang="en" datatype="plaintext"/><body>${body.join('\n')}</body></tmx>`;
}

export const tmxFile = (content: BlobPart, name = 'memory.tmx'): File => new File([content], name);

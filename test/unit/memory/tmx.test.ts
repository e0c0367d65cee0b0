import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '#shared/contract/fields.ts';
import { cleanText } from '#shared/domain/clean-text.ts';
import { filledLanguages, type LocalizedText } from '#shared/domain/language.ts';
import { languageOfTag } from '../../../electron/exchange/tmx-language.ts';
import type { TmxTally, TmxUnit } from '../../../electron/exchange/tmx-parser.ts';
import { TmxRefused } from '../../../electron/exchange/tmx-problem.ts';
import { readTmx } from '../../../electron/exchange/tmx-read.ts';
import { closeTmx, openTmx, writeUnit } from '../../../electron/exchange/tmx-write.ts';

interface Read extends TmxTally {
  units: TmxUnit[];
}

async function read(content: BlobPart): Promise<Read> {
  const units: TmxUnit[] = [];
  const steps = readTmx(new Blob([content]).stream());
  for (;;) {
    const step = await steps.next();
    if (step.done === true) return { ...step.value, units };
    units.push(...step.value);
  }
}

async function refusalOf(content: BlobPart): Promise<unknown> {
  try {
    await read(content);
  } catch (error) {
    if (error instanceof TmxRefused) return error.problems;
    throw error;
  }
  return null;
}

const texts = (some: Partial<LocalizedText>): LocalizedText => ({ en: '', ru: '', zh: '', ...some });
const wrap = (body: string, head = ''): string => `<?xml version="1.0" encoding="UTF-8"?>
${head}<tmx version="1.4">
<header creationtool="Hand" creationtoolversion="2" segtype="sentence" o-tmf="x" adminlang="en" srclang="en" datatype="plaintext"/>
<body>
${body}
</body>
</tmx>`;
const tuv = (tag: string, seg: string): string => `<tuv xml:lang="${tag}"><seg>${seg}</seg></tuv>`;
const tu = (...variants: string[]): string => `<tu>${variants.join('')}</tu>`;
const pair = tu(tuv('en', 'One'), tuv('ru', 'Один'));

describe('files of other programs', () => {
  test('level 1, as OmegaT writes for tools that know no marks: DOCTYPE, LF inside elements, lang without a prefix', async () => {
    const found = await read(`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx11.dtd">
<tmx version="1.1">
  <header
    creationtool="OmegaT"
    creationtoolversion="6.0.0_0_c0737ff"
    segtype="sentence"
    o-tmf="OmegaT TMX"
    adminlang="EN-US"
    srclang="EN-US"
    datatype="plaintext"
  >
  </header>
  <body>
<!-- Default translations -->
    <tu>
      <tuv lang="EN-US">
        <seg>Preview &amp; print</seg>
      </tuv>
      <tuv lang="RU-RU" changeid="secretary" changedate="20240305T101112Z" creationid="secretary" creationdate="20230101T000000Z">
        <seg>Просмотр и печать</seg>
      </tuv>
    </tu>
<!-- Alternative translations -->
    <tu>
      <prop type="file">minutes.odt</prop>
      <prop type="prev">Preview</prop>
      <note>Checked with the <hi>chair</hi>.</note>
      <tuv lang="EN-US"><seg>Agenda</seg></tuv>
      <tuv lang="RU-RU"><seg>Повестка</seg></tuv>
      <tuv lang="ZH-CN"><seg>议程</seg></tuv>
    </tu>
  </body>
</tmx>
`);
    expect(found.units).toEqual([
      { texts: texts({ en: 'Preview & print', ru: 'Просмотр и печать' }), date: '2024-03-05' },
      { texts: { en: 'Agenda', ru: 'Повестка', zh: '议程' }, date: '' },
    ]);
    expect(found).toMatchObject({ tool: 'OmegaT 6.0.0_0_c0737ff', single: 0, doubled: 0, marks: 0 });
  });

  test('level 2: code of the other program goes, what stands between it stays', async () => {
    const { units, marks } = await read(
      wrap(
        tu(
          tuv(
            'en',
            '<bpt i="0" x="0">&lt;b0&gt;</bpt>Bold<ept i="0">&lt;/b0&gt;</ept> H<it pos="begin">[</it>2O<ph x="1">&lt;br/&gt;</ph>.',
          ),
          tuv('ru', '<hi type="term">Полужирный <ph>x<sub>сноска</sub></ph></hi><ut>{\\cf1}</ut>текст'),
          tuv('zh', '第一行<ph type="lb">&lt;br/&gt;</ph>第二行'),
        ),
      ),
    );
    expect(units.map((unit) => unit.texts)).toEqual([
      { en: 'Bold H2O.', ru: 'Полужирный текст', zh: '第一行\n第二行' },
    ]);
    expect(marks).toBe(9);
  });

  test.each([
    ['UTF-16, little end first', 'utf-16le', true],
    ['UTF-16, big end first', 'utf-16be', true],
    ['UTF-16 without a mark', 'utf-16le', false],
    ['UTF-8 with a mark', 'utf-8', true],
  ] as const)('%s', async (_, encoding, hasMark) => {
    const text = `${hasMark ? '\uFEFF' : ''}${wrap(tu(tuv('en', 'One'), tuv('zh-CN', '一个𠀀')))}`;
    const bytes = Buffer.from(text, encoding === 'utf-8' ? 'utf8' : 'utf16le');
    if (encoding === 'utf-16be') bytes.swap16();
    expect((await read(bytes)).units).toMatchObject([{ texts: texts({ en: 'One', zh: '一个𠀀' }) }]);
  });

  test('an encoding that the file declares', async () => {
    const body = wrap(tu(tuv('en', 'One'), tuv('ru', 'Один'))).replace('UTF-8', 'windows-1251');
    const bytes = Uint8Array.from(body, (sign) => {
      const code = sign.charCodeAt(0);
      return code < 0x80 ? code : code - 0x350;
    });
    expect((await read(bytes)).units).toMatchObject([{ texts: texts({ en: 'One', ru: 'Один' }) }]);
  });

  test('characters that are cut by the pieces of the file are whole', async () => {
    const units = Array.from({ length: 900 }, (_, index) =>
      tu(tuv('zh', `第${String(index)}届会议纪要`), tuv('ru', 'Да')),
    );
    const found = await read(wrap(units.join('\n')));
    expect(found.units.map(({ texts: { zh } }) => zh)).toEqual(units.map((_, index) => `第${String(index)}届会议纪要`));
  });

  test('languages that are not ours are counted; a unit stays while two of ours do; the first text of a language counts', async () => {
    const found = await read(
      wrap(
        [
          tu(tuv('en-GB', 'a'), tuv('zh-TW', '甲'), tuv('ru', 'а')),
          tu(tuv('en', 'b'), tuv('zh-Hant', '乙'), tuv('de', 'b')),
          tu(tuv('en-US', 'c'), tuv('en-GB', 'c2'), tuv('zh-Hans', '丙')),
          tu(tuv('de', 'd'), tuv('zh-tw', '丁')),
          tu(tuv('en', '  '), tuv('ru', 'е')),
          '<tu><tuv><seg>?</seg></tuv></tu>',
        ].join(''),
      ),
    );
    expect(found.units.map((unit) => unit.texts)).toEqual([texts({ en: 'a', ru: 'а' }), texts({ en: 'c', zh: '丙' })]);
    expect(found).toMatchObject({ single: 4, doubled: 1 });
    expect(Object.fromEntries(found.others)).toEqual({ 'zh-TW': 1, 'zh-Hant': 1, de: 2, 'zh-tw': 1, und: 1 });
  });

  test.each([
    ['en', 'en'],
    ['EN_us', 'en'],
    ['ru-RU', 'ru'],
    ['zh', 'zh'],
    ['ZH-CN', 'zh'],
    ['zh-Hans-HK', 'zh'],
    ['zh-SG', 'zh'],
    ['zh-TW', undefined],
    ['zh-HK', undefined],
    ['zh-Hant-CN', undefined],
    ['zh-MO', undefined],
    ['zh-yue', undefined],
    ['rue', undefined],
    ['', undefined],
  ])('%s is %s', (tag, language) => {
    expect(languageOfTag(tag)).toBe(language);
  });
});

describe('bad files', () => {
  const laughs = `<!DOCTYPE tmx [
<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">
]>\n`;
  test.each([
    ['entities that grow', wrap(tu(tuv('en', '&c;'), tuv('ru', 'х')), laughs), 'doctype', 4],
    ['a file that is fetched', wrap(pair, '<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n'), 'doctype', 2],
    ['an entity that nobody declares', wrap(tu(tuv('en', 'a&nbsp;b'), tuv('ru', 'х'))), 'not_xml', 5],
    ['a file that is cut off', wrap(pair).slice(0, -20), 'not_xml', 5],
    ['a table', 'en\tru\nOne\tОдин\n', 'not_xml', 3],
    ['a page', '<!DOCTYPE html>\n<html><body/></html>', 'not_tmx', 2],
    ['nothing', ' \n ', 'empty', 0],
    ['no byte', '', 'empty', 0],
    ['a control character', wrap(tu(tuv('en', 'a\u0001b'), tuv('ru', 'х'))), 'control_character', 5],
    ['a control character by its number', wrap(tu(tuv('en', 'a&#x1E;b'), tuv('ru', 'х'))), 'control_character', 5],
    ['a text that is too long', wrap(tu(tuv('en', 'a '.repeat(limits.text)), tuv('ru', 'х'))), 'too_long', 5],
    ['a comment without end', wrap(`<!--${' '.repeat(2_000_000)}`), 'too_long', 5],
    ['elements in elements', wrap('<x>'.repeat(200)), 'not_tmx', 5],
    ['an encoding that does not exist', '<?xml version="1.0" encoding="x-none"?><tmx/>', 'not_xml', 1],
    ['bytes that are no UTF-8', Uint8Array.from([...Buffer.from(wrap(pair)), 0xff]), 'not_xml', 7],
  ])('%s', async (_, content, code, line) => {
    expect(await refusalOf(content)).toMatchObject([{ code, line }]);
  });

  test('the detail of a refusal is short', async () => {
    const problems = await refusalOf(wrap(pair, `<!DOCTYPE tmx [${'x'.repeat(10_000)}]>`));
    expect(JSON.stringify(problems).length).toBeLessThan(300);
  });

  test('what is plain of a DOCTYPE is taken, and nothing fetched', async () => {
    for (const doctype of [
      '<!DOCTYPE tmx>',
      "<!DOCTYPE tmx SYSTEM 'tmx14.dtd'>",
      '<!DOCTYPE tmx PUBLIC "-//LISA OSCAR:1998//DTD for Translation Memory eXchange//EN" "https://example.invalid/tmx14.dtd" >',
    ]) {
      expect((await read(wrap(pair, doctype))).units).toHaveLength(1);
    }
  });
});

describe('our own files', () => {
  const line = fc.string({ unit: 'binary', maxLength: 40 }).map((text) => cleanText(text).trim());
  const date = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10));
  const unit = fc.record({
    texts: fc.record({ en: line, ru: line, zh: line }).filter((all) => filledLanguages(all).length > 1),
    date: fc.oneof(fc.constant(''), date),
    meeting: fc.string({ unit: 'binary', maxLength: 20 }),
  });

  test('come back as they were', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(unit, { maxLength: 12 }), async (units) => {
        const written = openTmx('1.0', 0) + units.map(writeUnit).join('') + closeTmx;
        const found = await read(written);
        expect(found.units).toEqual(units.map(({ texts: all, date: day }) => ({ texts: all, date: day })));
        expect(found.tool).toBe('Trilogue 1.0');
      }),
      { numRuns: 150 },
    );
  });

  test('say what TMX 1.4b asks of a header and a unit', () => {
    const written = openTmx('1.0 "β"', Date.UTC(2026, 2, 12, 10, 11, 12));
    const header = /<header ([^>]*)\/>/u.exec(written)?.[1] ?? '';
    const attributes = Object.fromEntries(
      [...header.matchAll(/([\w-]+)="([^"]*)"/gu)].map(([, name = '', value = '']): [string, string] => [name, value]),
    );
    expect(attributes).toEqual({
      creationtool: 'Trilogue',
      creationtoolversion: '1.0 &quot;β&quot;',
      segtype: 'paragraph',
      'o-tmf': 'Trilogue',
      adminlang: 'en',
      srclang: '*all*',
      datatype: 'plaintext',
      creationdate: '20260312T101112Z',
    });
    expect(writeUnit({ texts: texts({ en: 'a <b> & "c"', zh: '甲\u0001' }), date: '2026-03-12', meeting: "d'e" })).toBe(
      `<tu creationdate="20260312T000000Z">
<prop type="x-meeting">d&apos;e</prop>
<prop type="x-date">2026-03-12</prop>
<tuv xml:lang="en"><seg>a &lt;b&gt; &amp; &quot;c&quot;</seg></tuv>
<tuv xml:lang="zh-CN"><seg>甲</seg></tuv>
</tu>
`,
    );
  });
});

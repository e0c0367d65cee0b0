import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { readTable } from '../../../electron/features/hand-overs/table.ts';
import { readDocxTables } from '../../../electron/exchange/docx/index.ts';
import { makeFolder } from '../../support/backend.ts';
import { editRows, typed, withCell } from '../../support/hand-over-docx.ts';
import { makeHandOver, render } from './make-table.ts';

const isHere = spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0;

test('LibreOffice opens the table, saves it, and nothing of it is lost', { timeout: 120_000 }, async ({ skip }) => {
  if (!isHere) skip('soffice is not installed');
  const texts = [
    { source: 'One\ntwo\tthree “quoted”', target: 'Один\nдва\tтри «кавычки»' },
    { source: 'A very-very long source. '.repeat(80).trim(), target: '' },
    { source: '第一条 技术合作', target: 'non\u2011breaking 5\u00A0% 👩🏽‍🔬 soft\u00ADhyphen' },
  ];
  const handOver = makeHandOver(texts);
  const folder = makeFolder();
  const bytes = await editRows(await render(handOver), (rows) =>
    rows.map((row, index) => (index === 2 ? withCell(row, 2, typed('Очень длинный\nперевод.')) : row)),
  );
  writeFileSync(join(folder, 'sent.docx'), bytes);
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      '--headless',
      '--convert-to',
      'docx:MS Word 2007 XML',
      '--outdir',
      join(folder, 'back'),
      join(folder, 'sent.docx'),
    ],
    { stdio: 'ignore', timeout: 110_000 },
  );
  const docx = await readDocxTables(readFileSync(join(folder, 'back', 'sent.docx')));
  expect(docx.properties.get('TrilogueHandOver')).toBe(handOver.id);
  const { returned, problems } = readTable(docx.tables, handOver);
  expect(problems).toEqual([]);
  expect([...returned.values()].map(({ target }) => target)).toEqual([
    texts[0]!.target,
    'Очень длинный\nперевод.',
    texts[2]!.target,
  ]);
  expect([...returned.values()].map(({ source }) => source)).toEqual(texts.map(({ source }) => source));
});

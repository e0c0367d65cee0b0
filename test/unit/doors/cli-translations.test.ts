import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { GlossaryPreview } from '#shared/contract/glossary.ts';
import type { HandOverPreview, HandOverRow } from '#shared/contract/hand-overs.ts';
import type { TmxReport } from '#shared/contract/memory.ts';
import type { TranslationProgress } from '#shared/contract/translations.ts';
import { makeFolder, makeSharedFolder } from '../../support/backend.ts';
import { runCli } from '../../support/run-cli.ts';

const tmx = `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="OmegaT" creationtoolversion="6" segtype="paragraph" o-tmf="OmegaT TMX"
 adminlang="EN-US" srclang="RU" datatype="plaintext"/><body>
<tu><tuv xml:lang="ru"><seg>Открыть лабораторию.</seg></tuv><tuv xml:lang="zh-CN"><seg>开设实验室。</seg></tuv></tu>
<tu><tuv xml:lang="ru"><seg>Закрыть заседание.</seg></tuv><tuv xml:lang="zh-TW"><seg>閉會。</seg></tuv></tu>
</body></tmx>`;

async function run<Result>(...words: string[]): Promise<Result> {
  const { exitCode, stdout, stderr } = await runCli(words);
  expect([exitCode, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as Result;
}

describe('the three languages of a meeting', () => {
  const data = makeSharedFolder();
  let meetingId = '';

  test('status tells per language how the texts stand', async () => {
    const { meetings } = await run<{ meetings: { id: string }[] }>('sample', '--data', data);
    meetingId = meetings[0]?.id ?? '';
    const { languages } = await run<TranslationProgress>(
      'translations',
      'status',
      '--data',
      data,
      '--meeting',
      meetingId,
    );
    for (const counts of Object.values(languages)) {
      expect(counts.total).toBeGreaterThan(10);
      expect(counts.filled + counts.outdated + counts.empty + counts.notNeeded).toBe(counts.total);
    }
  });

  test('a table goes out, and comes back as it went: nothing to change', async () => {
    const out = join(makeFolder(), 'table.docx');
    const over = ['--data', data, '--meeting', meetingId];
    const { rows } = await run<{ rows: number }>(
      ...['translations', 'export', ...over, '--from', 'en', '--to', 'ru', '--scope', 'all', '--out', out],
    );
    const preview = await run<HandOverPreview>('translations', 'import', out, ...over, '--dry-run');
    expect(preview.rows).toHaveLength(rows);
    const done = await run<{ changed: number; left: HandOverRow[] }>('translations', 'import', out, ...over);
    expect(done).toEqual({ changed: 0, left: [] });
  });

  test('a file that is no table is refused with its sentence', async () => {
    const path = join(makeFolder(), 'table.docx');
    writeFileSync(path, 'not a zip');
    const { exitCode, stderr } = await runCli(
      ['translations', 'import', path, '--data', data, '--meeting', meetingId],
      'ru_RU.UTF-8',
    );
    expect(exitCode).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(2);
    expect(stderr).toMatch(/Word/u);
  });

  test('glossary: in with a look first, out, and back the same', async () => {
    const folder = makeFolder();
    const path = join(folder, 'glossary.csv');
    writeFileSync(path, 'ru,zh,comment\nсовместная лаборатория,联合实验室,\nпротокол,会议纪要,не «записки»\n');
    const preview = await run<GlossaryPreview>('glossary', 'import', path, '--data', data, '--dry-run');
    expect(preview.counts).toMatchObject({ create: 2 });
    await run('glossary', 'import', path, '--data', data);
    const out = join(folder, 'out.csv');
    await run('glossary', 'export', '--data', data, '--format', 'csv', '--out', out);
    expect(readFileSync(out, 'utf8')).toContain('联合实验室');
    const again = await run<GlossaryPreview>('glossary', 'import', out, '--data', data, '--dry-run');
    expect(again.counts).toMatchObject({ create: 0, update: 0 });
  });

  test('memory: TMX in and out; what is left out is told', async () => {
    const folder = makeFolder();
    const path = join(folder, 'memory.tmx');
    writeFileSync(path, tmx);
    const report = await run<TmxReport>('memory', 'import', path, '--data', data);
    expect(report).toMatchObject({ units: 1, single: 1, others: [{ language: 'zh-TW', texts: 1 }] });
    const out = join(folder, 'out.tmx');
    await run('memory', 'export', '--data', data, '--out', out);
    expect(readFileSync(out, 'utf8')).toContain('<seg>开设实验室。</seg>');
  });

  test('a refused TMX file leaves no empty database behind', async () => {
    const folder = makeFolder();
    const path = join(folder, 'evil.tmx');
    writeFileSync(path, `<!DOCTYPE tmx [<!ENTITY a "aaaa">]>${tmx}`);
    const empty = join(folder, 'data');
    const { exitCode, stderr } = await runCli(['memory', 'import', path, '--data', empty]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('DOCTYPE');
    expect(existsSync(join(empty, 'trilogue.db'))).toBe(false);
  });
});

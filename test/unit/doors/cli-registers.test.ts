import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder, makeSharedFolder } from '../../support/backend.ts';
import { runCli } from '../../support/run-cli.ts';

interface Hit {
  kind: string;
  id: string;
  label: string;
  score: number;
  matchedOn: { reason: string; text: string; query: string };
}
interface Person {
  id: string;
  name: { en: string; ru: string; zh: string };
  email: string;
}

async function run<Result>(...words: string[]): Promise<Result> {
  const { exitCode, stdout, stderr } = await runCli(words);
  expect([exitCode, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as Result;
}

describe('names, without a data folder', () => {
  test('match answers each line with a line', async () => {
    const { exitCode, stdout } = await runCli(
      ['names', 'match'],
      undefined,
      '{"a":"Ху Идун","b":"Hu Yidong"}\n\n{"a":"Ван Вэй","b":"Wang Wen"}\n',
    );
    expect(exitCode).toBe(0);
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(answers.map((answer) => Object.keys(answer))).toEqual(
      Array.from({ length: 2 }, () => ['a', 'b', 'score', 'verdict', 'reason']),
    );
    expect(answers).toMatchObject([
      { a: 'Ху Идун', b: 'Hu Yidong', verdict: 'same', reason: { code: 'same_palladius' } },
      { a: 'Ван Вэй', b: 'Wang Wen', verdict: 'different', reason: { code: 'given_differs' } },
    ]);
  });

  test('a line that is no pair is named by its number', async () => {
    const { exitCode, stderr } = await runCli(['names', 'match'], undefined, '{"a":"Hu","b":"Ху"}\n{"a":1}\n');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('Line 2');
  });

  test('forms of a name in the other scripts, with their systems', async () => {
    const forms = await run<{ script: string; text: string; scheme: string; confidence: number }[]>(
      'names',
      'forms',
      'Кузнецов Антон Борисович',
    );
    expect(forms).toContainEqual({
      script: 'latin',
      text: 'Kuznetsov Anton Borisovich',
      scheme: 'icao_9303',
      confidence: expect.any(Number) as number,
    });
    expect(new Set(forms.map(({ script }) => script))).toEqual(new Set(['latin', 'han']));
    const pinyin = await run<{ text: string }[]>('names', 'forms', 'Ху Идун', '--script', 'latin');
    expect(pinyin.map(({ text }) => text)).toEqual(['Hu Yidong']);
  });
});

describe('over the sample', () => {
  const data = makeSharedFolder();

  test('search finds across scripts and says why', async () => {
    await run('sample', '--data', data);
    const [first] = await run<Hit[]>('search', 'Ху Идун', '--data', data);
    expect(first).toMatchObject({ kind: 'person', label: 'Hu Yidong · Ху Идун', matchedOn: { reason: 'name' } });
    const [onWrongLayout] = await run<Hit[]>('search', 'Reptyw', '--data', data);
    expect(onWrongLayout).toMatchObject({
      label: 'Kuznetsov Anton Borisovich · Кузнецов Антон Борисович',
      matchedOn: { reason: 'keyboard_layout', query: 'кузнецов' },
    });
  });

  test('people go out in each format and come back as the same people', async () => {
    const out = makeFolder();
    const before = await run<Person[]>('people', 'list', '--data', data);
    expect(before.map(({ name }) => name.ru)).toContain('Ху Идун');
    for (const [format, file] of [
      ['csv', 'people.csv'],
      ['xlsx', 'people.xlsx'],
      ['vcard4', 'people.vcf'],
    ] as const) {
      const path = join(out, file);
      const written = await run<{ bytes: number; sha256: string }>(
        ...['people', 'export', '--data', data, '--format', format, '--out', path],
      );
      const bytes = readFileSync(path);
      expect([written.bytes, written.sha256]).toEqual([bytes.length, createHash('sha256').update(bytes).digest('hex')]);
      const { counts } = await run<{ counts: Record<string, number> }>('people', 'import', path, '--data', data);
      expect(counts).toEqual({ create: 0, update: 0, same: before.length, suspected: 0, skip: 0 });
    }
    expect(await run<Person[]>('people', 'list', '--data', data)).toEqual(before);
  });

  test('a suspected double is left out and reported, until somebody says otherwise; then it stands in the queue', async () => {
    const file = join(makeFolder(), 'list.csv');
    writeFileSync(file, 'Name;E-mail\nKuznetzov Anton;new@example.org\n');
    const dry = await run<{ counts: Record<string, number> }>('people', 'import', file, '--data', data, '--dry-run');
    expect(dry.counts).toMatchObject({ suspected: 1 });
    const held = await run<{ suspected: { label: string; record: { label: string } }[] }>(
      ...['people', 'import', file, '--data', data],
    );
    expect(held.suspected).toMatchObject([{ label: 'Kuznetzov Anton' }]);
    expect(await run<unknown[]>('duplicates', 'list', '--data', data)).toEqual([]);
    await run('people', 'import', file, '--data', data, '--suspected', 'create');
    expect(await run<unknown[]>('duplicates', 'list', '--data', data)).toMatchObject([
      { kind: 'person', verdict: 'same', reason: { code: 'patronymic_missing' } },
    ]);
  });
});

test('a refused file is told with its line and leaves no new database behind', async () => {
  const folder = makeFolder();
  const file = join(folder, 'bad.csv');
  writeFileSync(file, 'Фамилия;Имя\nИва\u0007нов;Пётр\n');
  const data = join(folder, 'data');
  const { exitCode, stdout, stderr } = await runCli(['people', 'import', file, '--data', data]);
  expect([exitCode, stdout]).toEqual([1, '']);
  expect(stderr).toContain('Line 2');
  expect(stderr).toContain('U+0007');
  expect(existsSync(data)).toBe(false);
});

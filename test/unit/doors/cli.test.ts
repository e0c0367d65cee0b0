import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { makeFolder, openTestBackend } from '../../support/backend.ts';
import { runCli, startCli } from '../../support/run-cli.ts';
import { projectFolder } from '../../support/project-folder.ts';
import { readZip } from '../../support/read-zip.ts';

const sampleId = (
  JSON.parse(readFileSync(join(projectFolder, 'resources/sample/2021-03-26-changchun-novosibirsk.json'), 'utf8')) as {
    meeting: { id: string };
  }
).meeting.id;

describe('a round in the terminal', () => {
  test('agenda, calendar and archive of a meeting, its versions and what was exported', async () => {
    const [data, out] = [makeFolder(), makeFolder()];
    await runCli(['sample', '--data', data]);
    const of = ['--data', data, '--meeting', sampleId];
    const read = async (...words: string[]): Promise<unknown> => {
      const { stderr, stdout } = await runCli([...words, ...of]);
      expect(stderr).toBe('');
      return JSON.parse(stdout);
    };
    const agenda = (await read('export', 'agenda', '--languages', 'ru', '--formats', 'pdf', '--out', out)) as {
      path: string;
      sha256: string;
    }[];
    expect(agenda.map(({ path }) => readFileSync(path).subarray(0, 5).toString())).toEqual(['%PDF-']);
    const exported = (await read('exports', 'list')) as { id: string; kind: string; sha256: string }[];
    expect(exported.map(({ kind, sha256 }) => ({ kind, sha256 }))).toEqual([
      { kind: 'agenda', sha256: agenda[0]?.sha256 },
    ]);
    const again = join(out, 'again.pdf');
    await runCli(['export', 'again', '--data', data, '--id', exported[0]?.id ?? '', '--out', again]);
    expect(readFileSync(again).equals(readFileSync(agenda[0]?.path ?? ''))).toBe(true);
    await read('export', 'calendar', '--out', join(out, 'meeting.ics'));
    expect(readFileSync(join(out, 'meeting.ics'), 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n/u);
    const archive = (await read('export', 'archive', '--out', join(out, 'archive.zip'))) as { sha256: string };
    const bytes = readFileSync(join(out, 'archive.zip'));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(archive.sha256);
    expect((await readZip(bytes)).map(({ path }) => path)).toContain('SHA256SUMS');
    expect(await read('versions', 'list')).toEqual({ versions: [], damaged: [] });
  });

  test('sample, list, export, record out and in, check', async () => {
    const [data, other, out] = [makeFolder(), makeFolder(), makeFolder()];
    expect((await runCli(['sample', '--data', data])).exitCode).toBe(0);
    const list = JSON.parse((await runCli(['meetings', 'list', '--data', data])).stdout) as {
      id: string;
      date: string;
      title: object;
      status: string;
    }[];
    expect(list.map(({ date, status }) => [date, status])).toEqual([
      ['2021-03-26', 'draft'],
      ['2020-09-09', 'draft'],
      ['2020-06-16', 'draft'],
    ]);
    expect(Object.keys(list[0]?.title ?? {})).toEqual(['en', 'ru', 'zh']);

    const exported = await runCli([
      'export',
      'minutes',
      '--data',
      data,
      '--meeting',
      sampleId,
      '--languages',
      'ru,zh',
      '--layout',
      'single',
      '--formats',
      'pdf,docx',
      '--out',
      out,
    ]);
    expect(exported.stderr).toBe('');
    const files = JSON.parse(exported.stdout) as {
      path: string;
      format: string;
      languages: string[];
      bytes: number;
      sha256: string;
      pages: number | null;
    }[];
    expect(files.map(({ format, languages }) => [format, ...languages]).sort()).toEqual([
      ['docx', 'ru'],
      ['docx', 'zh'],
      ['pdf', 'ru'],
      ['pdf', 'zh'],
    ]);
    for (const file of files) {
      const bytes = readFileSync(file.path);
      expect([file.bytes, file.sha256]).toEqual([bytes.length, createHash('sha256').update(bytes).digest('hex')]);
      expect(file.pages === null).toBe(file.format === 'docx');
    }

    const record = join(out, 'record.json');
    await runCli(['export', 'record', '--data', data, '--meeting', sampleId, '--out', record]);
    const preview = await runCli(['import', 'record', record, '--data', other, '--dry-run']);
    expect(JSON.parse(preview.stdout)).toMatchObject({ outcome: 'new' });
    expect(readdirSync(other)).toEqual([]);
    await runCli(['import', 'record', record, '--data', other]);
    await runCli(['export', 'record', '--data', other, '--meeting', sampleId, '--out', `${record}.2`]);
    expect(readFileSync(`${record}.2`)).toEqual(readFileSync(record));
    expect(JSON.parse((await runCli(['check', '--data', other])).stdout)).toMatchObject({
      integrity: 'ok',
      synchronous: 2,
      counts: { meeting: 1 },
    });
  });

  test('the schema describes the samples', async () => {
    const { stdout } = await runCli(['schema', 'record']);
    const schema = JSON.parse(stdout) as { properties: Record<string, unknown>; required: string[] };
    expect(schema.required).toEqual([
      'format',
      'version',
      'meeting',
      'attendance',
      'agenda',
      'entries',
      'agreements',
      'group',
      'people',
      'organizations',
    ]);
  });
});

describe('wrong use is exit code 2, a failure 1, each with one sentence', () => {
  test.each<[string, string[], number, RegExp]>([
    ['no command', [], 2, /no command/u],
    ['an unknown command', ['frobnicate'], 2, /“frobnicate”/u],
    ['an unknown option', ['check', '--date', 'x'], 2, /--date/u],
    ['a missing option', ['export', 'minutes', '--data', 'x'], 2, /--meeting/u],
    [
      'a wrong value',
      ['export', 'minutes', '--meeting', sampleId, '--languages', 'en,fr', '--out', 'x'],
      2,
      /“fr”.*en, ru, zh/u,
    ],
    ['a wrong port', ['serve', '--port', '99999'], 2, /65535/u],
    ['a surplus word', ['check', 'now'], 2, /now/u],
    ['no data there', ['check', '--data', '/nonexistent/trilogue'], 1, /no Trilogue data/u],
  ])('%s', async (_name, words, exitCode, sentence) => {
    const result = await runCli(words);
    expect([result.exitCode, result.stdout]).toEqual([exitCode, '']);
    expect(result.stderr.trim()).toMatch(sentence);
    expect(result.stderr.trim().split('\n')).toHaveLength(1);
  });

  test('in Russian and Chinese where the environment says so', async () => {
    expect((await runCli(['frobnicate'], 'ru_RU.UTF-8')).stderr).toContain('Команды «frobnicate» нет');
    expect((await runCli(['frobnicate'], 'zh_CN.UTF-8')).stderr).toContain('没有“frobnicate”这个命令');
  });

  test('an unknown meeting, a broken record, an unwritable target', async () => {
    const data = makeFolder();
    await runCli(['sample', '--data', data]);
    const unknown = await runCli([
      'export',
      'record',
      '--data',
      data,
      '--meeting',
      '019f0000-0000-7000-8000-000000000000',
      '--out',
      join(data, 'x.json'),
    ]);
    expect([unknown.exitCode, existsSync(join(data, 'x.json'))]).toEqual([1, false]);
    const broken = join(data, 'broken.json');
    writeFileSync(broken, '{"format":"trilogue-record","version":3}');
    const refused = await runCli(['import', 'record', broken, '--data', data]);
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain('record version 3');
    const fresh = makeFolder();
    expect((await runCli(['import', 'record', broken, '--data', fresh])).exitCode).toBe(1);
    expect(readdirSync(fresh)).toEqual([]);
    const blocked = await runCli([
      'export',
      'record',
      '--data',
      data,
      '--meeting',
      sampleId,
      '--out',
      join(broken, 'x.json'),
    ]);
    expect([blocked.exitCode, blocked.stderr]).toEqual([1, expect.stringContaining('cannot be written')]);
  });

  test('beside the open app: one sentence, exit code 1, nothing changed', async () => {
    const { backend } = openTestBackend();
    const { exitCode, stderr, stdout } = await runCli(['check', '--data', backend.context.dataFolder]);
    expect([exitCode, stdout]).toEqual([1, '']);
    expect(stderr).toContain('already open');
  });

  test('a database that is none, and one of a newer version', async () => {
    const data = makeFolder();
    writeFileSync(join(data, 'trilogue.db'), 'nothing like a database');
    const { exitCode, stderr } = await runCli(['check', '--data', data]);
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('is not a Trilogue database')]);
    expect(readFileSync(join(data, 'trilogue.db'), 'utf8')).toBe('nothing like a database');
  });
});

describe('serve', () => {
  test('prints an address first, a fresh one on Enter, and ends on Ctrl+C with the file closed', async () => {
    const data = makeFolder();
    const child = startCli(['serve', '--data', data, '--sample']);
    onTestFinished(() => void child.kill('SIGKILL'));
    const nextLine = async () => String((await once(child.stdout!, 'data'))[0]).trim();
    const first = JSON.parse(await nextLine()) as { url: string };
    expect(first.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#code=[\w-]{43}$/u);
    expect((await fetch(first.url)).status).toBe(200);
    const answer = nextLine();
    child.stdin?.write('\n');
    const second = JSON.parse(await answer) as { url: string };
    expect(new URL(second.url).port).toBe(new URL(first.url).port);
    expect(second.url).not.toBe(first.url);
    const closed = once(child, 'close');
    child.kill('SIGINT');
    expect((await closed)[0]).toBe(0);
    expect(existsSync(join(data, 'trilogue.db-wal'))).toBe(false);
  });

  test('a taken port is a sentence and exit code 1', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const { port } = server.address() as { port: number };
    const { exitCode, stderr } = await runCli(['serve', '--data', makeFolder(), '--port', String(port)]);
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining(`Port ${String(port)} is used`)]);
  });
});

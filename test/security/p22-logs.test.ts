import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { safe } from '@orpc/client';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { forkHelper } from '../../electron/helper-process.ts';
import { createLog } from '../../electron/log.ts';
import { createFileLog } from '../../electron/main/log-file.ts';
import { makeFolder, openTestBackend } from '../support/backend.ts';
import { addMinutes } from '../support/follow-up.ts';
import { projectFolder } from '../support/project-folder.ts';
import { findInFiles } from '../support/raw-files.ts';
import { makeOrganization, makePerson } from '../support/records.ts';
import { runCli } from '../support/run-cli.ts';
import { reportTrials, trialCount } from '../support/trials.ts';

/** What no log may hold: a name in three scripts, an address. */
const canaries = ['Qanaryev', 'Канареев', '鹔鷞', 'qanary@example.org'];
const canary = `Qanaryev Иван Канареев 鹔鷞 <qanary@example.org>`;

function expectClean(text: string): void {
  const said = text.toLowerCase();
  expect(canaries.filter((word) => said.includes(word.toLowerCase()))).toEqual([]);
}

/** Everything about an error that can carry a text. */
const carriers: Record<string, () => unknown> = {
  message: () => new Error(canary),
  'message of several lines': () =>
    new TypeError(`${canary}\n    at ${canary} (/srv/dist/Qanaryev.js:1:1)\n    at Qanaryev`),
  'message that was taken away later': () =>
    Object.assign(new Error(`a\n    at Qanaryev (/x/dist/Qanaryev.js:1:1)\n${canary}`), { message: 'b' }),
  name: () => Object.assign(new Error(), { name: canary }),
  code: () => Object.assign(new Error(), { code: canary }),
  stack: () => Object.assign(new Error(), { stack: `${canary}\n    at ${canary}` }),
  'trace of a helper': () => Object.assign(new Error(), { trace: `${canary}\n    at ${canary}` }),
  cause: () => new Error(canary, { cause: new RangeError(canary, { cause: canary }) }),
  'several errors': () => new AggregateError([new Error(canary)], canary),
  text: () => canary,
  object: () => ({ message: canary, stack: canary, toString: () => canary }),
  'class of its own': () =>
    new (class Qanary extends Error {
      override readonly name = canary;
      readonly detail = canary;
    })(canary),
  'failing parser': () => {
    try {
      return JSON.parse(`{"name": ${canary}}`) as unknown;
    } catch (error) {
      return error;
    }
  },
};

test('whatever an error carries, the log holds its id, name, code and places alone', () => {
  const trials = trialCount(100, 20_000);
  let lines = '';
  const log = createLog((line) => (lines += `${line}\n`));
  for (const make of Object.values(carriers)) log.bug(make());
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(carriers)), fc.string({ unit: 'grapheme' }), (make, noise) => {
      const error = make();
      if (error instanceof Error && noise !== '') {
        for (const field of ['message', 'stack'] as const) {
          Object.defineProperty(error, field, {
            value: `${noise}${canary}${noise}\n    at ${noise}${canary}\n${String(error[field])}`,
          });
        }
      }
      log.bug(error);
    }),
    { numRuns: trials },
  );
  expect(lines.split('\n').length).toBeGreaterThan(trials);
  expectClean(lines);
  reportTrials('P22', trials + Object.keys(carriers).length, 'errors that quote a text');
});

/** Spoils stored values that the program reads as something else than text, so that reading them fails and quotes them. */
async function openPoisoned(folder: string) {
  const { backend, logged } = openTestBackend(folder);
  const { client, context } = backend;
  const person = makePerson({ note: canary, email: 'qanary@example.org' });
  await client.people.create(person);
  const organization = makeOrganization({ note: canary });
  await client.organizations.create(organization);
  const { meeting, ids } = await addMinutes(client, [
    ['decision', canary],
    ['action', canary],
  ]);
  const quoted = JSON.stringify(canary).slice(0, -1);
  context.connection.sql('UPDATE meeting SET working_languages = ?', quoted);
  context.connection.sql("INSERT OR REPLACE INTO setting (key, value) VALUES ('uiLanguage', ?)", quoted);
  return { backend, client, logged, meeting, ids, person };
}

describe('the back end', () => {
  test('logs no text of a call that fails inside', async () => {
    const { backend, client, logged, meeting, ids, person } = await openPoisoned(makeFolder());
    const [speech = ''] = ids;
    const calls: (() => Promise<unknown>)[] = [
      () => client.settings.get(),
      () => client.meetings.list(),
      () => client.meetings.get({ id: meeting.id }),
      () => client.minutes.open({ meetingId: meeting.id }),
      () => client.versions.keep({ meetingId: meeting.id, reason: canary }),
      () => client.versions.state({ meetingId: meeting.id }),
      () => client.letters.recipients({ meetingId: meeting.id }),
      () => client.translations.progress({ meetingIds: [meeting.id] }),
      () => client.translations.headings({ meetingId: meeting.id }),
      () => client.records.export({ meetingId: meeting.id }),
      () => client.consistency.check({ meetingId: meeting.id, languages: ['ru'] }),
      () => client.overview.get({ today: '2026-11-21' }),
      () => client.search.find({ query: canary }),
      () => client.entries.saveText({ entryId: speech, language: 'ru', text: canary, revision: 7 }),
      () => client.people.update({ id: person.id, note: canary.repeat(5_000) }),
      () => client.people.create({ ...person, email: canary.repeat(100) }),
      () => client.records.import({ file: new File([canary], `${canary}.json`) }),
    ];
    const failed = (await Promise.all(calls.map((call) => safe(call())))).filter(({ error }) => error !== null);
    expect(failed.length).toBeGreaterThan(8);
    // What the clock, the engine and the disk throw at it.
    (backend.context as { clock: () => number }).clock = () => {
      throw new Error(canary);
    };
    expect((await safe(client.people.update({ id: person.id, note: 'x' }))).error).not.toBeNull();
    expect(logged.length).toBeGreaterThan(3);
    expectClean(logged.join('\n'));
    reportTrials('P22', calls.length + 1, `failing calls, ${String(logged.length)} lines logged`);
  });
});

test('the terminal says the id of a bug and nothing of the data', async () => {
  const folder = makeFolder();
  const { backend, meeting } = await openPoisoned(folder);
  await backend.close();
  const { stderr, exitCode } = await runCli(['translations', 'check', '--meeting', meeting.id, '--data', folder]);
  expect(exitCode).not.toBe(0);
  expect(stderr).toMatch(/"id":"[0-9a-f]{8}"/u);
  expectClean(stderr);
  reportTrials('P22', 1);
});

test.each([
  'setTimeout(() => { throw new Error(text) })',
  'void Promise.reject(new Error(text))',
  'throw new Error(text)',
])('what nobody catches is logged without its words: %s', (script) => {
  const program = `
      import { createLog, logUncaught } from ${JSON.stringify(join(projectFolder, 'electron/log.ts'))};
      logUncaught(createLog((line) => process.stderr.write(line + '\\n')));
      const text = ${JSON.stringify(canary)};
      ${script}`;
  const { stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toMatch(/"id":"[0-9a-f]{8}"/u);
  expectClean(stderr);
  reportTrials('P22', 1);
});

test('the log of the desktop, and its predecessor, hold no text', () => {
  const folder = makeFolder();
  const profile = join(folder, 'desktop');
  mkdirSync(profile);
  writeFileSync(join(profile, 'bugs.log'), 'x'.repeat(5 * 1024 ** 2 + 1));
  const said: string[] = [];
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((line) => said.push(String(line)) > 0);
  onTestFinished(() => stderr.mockRestore());
  const log = createFileLog(profile);
  for (const make of Object.values(carriers)) log.bug(make());
  expect(readdirSync(profile).sort()).toEqual(['bugs.log', 'bugs.log.1']);
  expect(readFileSync(join(profile, 'bugs.log'), 'utf8').trim().split('\n')).toHaveLength(Object.keys(carriers).length);
  expect(findInFiles(folder, canaries)).toEqual({});
  expectClean(said.join(''));
  reportTrials('P22', Object.keys(carriers).length);
});

test('of what a helper process says, only the lines of its log come through', async () => {
  const folder = makeFolder();
  const module = join(folder, 'helper.mjs');
  writeFileSync(
    module,
    `import { hearParent } from ${JSON.stringify(join(projectFolder, 'electron/helper-port.ts'))};
     process.stderr.write(${JSON.stringify(`thread panicked at ${canary}\n`)});
     console.error(${JSON.stringify(canary)});
     process.emitWarning(${JSON.stringify(canary)});
     hearParent(() => { throw new Error(${JSON.stringify(canary)}); });`,
  );
  const said: string[] = [];
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((line) => said.push(String(line)) > 0);
  onTestFinished(() => stderr.mockRestore());
  const helper = forkHelper(module);
  const ended = new Promise((resolve) => helper.onExit(resolve));
  helper.postMessage({ kind: 'anything' });
  await ended;
  await vi.waitFor(() => expect(said.join('')).toMatch(/"id":"[0-9a-f]{8}"/u));
  expectClean(said.join(''));
  reportTrials('P22', 4);
});

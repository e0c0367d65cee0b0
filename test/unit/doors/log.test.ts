import { PassThrough } from 'node:stream';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { createLog, passOnLog } from '../../../electron/log.ts';

interface Line {
  id: string;
  errors: { name: string; code?: string; frames: string[] }[];
}

function logOf(error: unknown): { line: Line; text: string } {
  let text = '';
  createLog((line) => (text += line)).bug(error);
  return { line: JSON.parse(text) as Line, text };
}

test('an error is told by its name, its code and its places in the program', () => {
  const error = Object.assign(new TypeError('Zhang San'), { code: 'SQLITE_FULL' });
  const { line } = logOf(new Error('张三', { cause: error }));
  expect(line.errors).toMatchObject([{ name: 'Error' }, { name: 'TypeError', code: 'SQLITE_FULL' }]);
  for (const { frames } of line.errors)
    expect(frames[0]).toMatch(/^at .*\(test\/unit\/doors\/log\.test\.ts:\d+:\d+\)$/u);
});

test.each([
  ['a message of several lines', () => new Error('Петров\n    at Петров (/srv/dist/Petrov.js:1:2)\n    at Petrov')],
  [
    'a message that was changed since',
    () => Object.assign(new Error('Petrov\n    at x (/a/dist/Petrov.js:1:1)\nPetrov'), { message: '' }),
  ],
  ['a name and a code made of text', () => Object.assign(new Error(''), { name: 'Petrov Ivan', code: 'Petrov Ivan' })],
  ['a stack of text', () => Object.assign(new Error(''), { stack: 'Petrov\n  at Петров (/home/petrov/x.js:1:1)' })],
  ['no error at all', () => 'Petrov'],
  ['a trace sent by a helper', () => Object.assign(new Error(''), { trace: 'Petrov\n    at Petrov.txt' })],
])('%s says nothing of a text', (_name, make) => {
  const { text, line } = logOf(make());
  expect(text).not.toMatch(/petrov|петров/iu);
  expect(line.id).toMatch(/^[0-9a-f]{8}$/u);
});

test('of a helper only the lines of its log are passed on', async () => {
  const said = new PassThrough();
  const heard: string[] = [];
  passOnLog(said, (line) => heard.push(line));
  const { text } = logOf(new Error('x'));
  said.end(
    `thread panicked: \`Петров\`\n${text}\n{"id":"12345678","at":"2026-11-21T10:00:00.000Z","errors":["Петров"]}\n`,
  );
  await once(said, 'close');
  expect(heard).toEqual([text]);
});

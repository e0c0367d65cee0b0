import { createInterface } from 'node:readline';
import { z } from 'zod';
import { scripts } from '#shared/domain/language.ts';
import type { Command } from './command.ts';
import { t } from './catalogue.ts';
import { CommandError } from './messages.ts';
import { oneOf, readOptions } from './options.ts';

const pair = z.object({ a: z.string(), b: z.string() });

/** The names library by itself: no data folder is opened. */
export const namesCommands: Record<string, Command> = {
  'names match': { run: matchLines },
  'names forms': { run: printForms },
};

/** Reads lines `{"a": …, "b": …}` and answers each with a line; a line that is no such pair ends it with its number. */
async function matchLines(words: string[]): Promise<void> {
  readOptions(words, {});
  const { match } = await import('#shared/domain/names/index.ts');
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    const { a, b } = readPair(line, number);
    process.stdout.write(`${JSON.stringify({ a, b, ...match(a, b) })}\n`);
  }
}

function readPair(line: string, number: number): z.infer<typeof pair> {
  try {
    return pair.parse(JSON.parse(line));
  } catch {
    throw new CommandError(t('wrongPair', { line: String(number) }), 1);
  }
}

async function printForms(words: string[]) {
  const { values, positionals } = readOptions(words, { script: { type: 'string' } }, 1);
  const wanted = values.script === undefined ? scripts : [oneOf(values.script, 'script', scripts)];
  const { suggestForms } = await import('#shared/domain/names/index.ts');
  return wanted.flatMap((script) =>
    suggestForms(positionals[0] ?? '', script).map((form) => ({
      script,
      text: form.text,
      scheme: form.scheme,
      confidence: form.confidence,
    })),
  );
}

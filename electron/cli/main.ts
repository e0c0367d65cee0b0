import { createLog, logUncaught } from '../log.ts';
import { commands } from './commands.ts';
import { t } from './catalogue.ts';
import { CommandError, describeFailure } from './messages.ts';

const log = createLog((line) => process.stderr.write(`${line}\n`));
logUncaught(log);

/** Finds the command by its first one or two words; prints JSON on stdout, sentences on stderr. */
async function main(words: string[]): Promise<void> {
  const name = [words.slice(0, 2).join(' '), words[0] ?? ''].find((candidate) => Object.hasOwn(commands, candidate));
  if (name === undefined) {
    throw new CommandError(
      t('unknownCommand', { command: words.join(' '), commands: Object.keys(commands).join(', ') }),
      2,
    );
  }
  const command = commands[name];
  if (command === undefined) return;
  const result = await command.run(words.slice(name.split(' ').length), log);
  if (result !== undefined) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const { message, exitCode } = describeFailure(error, (cause) => log.bug(cause));
  // It may quote a stranger's file: what a terminal would obey, or what would turn the writing round, is only seen.
  process.stderr.write(`${message.replace(/(?!\n)[\p{Cc}\p{Bidi_Control}]/gu, '\uFFFD')}\n`);
  process.exitCode = exitCode;
}

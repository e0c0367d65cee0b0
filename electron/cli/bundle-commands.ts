import { resolve } from 'node:path';
import { passphrase as passphraseSchema, minPassphraseLength } from '#shared/contract/backups.ts';
import {
  type BundleChoice,
  type BundledMeeting,
  type BundlePreview,
  maxBundleFileBytes,
} from '#shared/contract/bundles.ts';
import type { Backend } from '../backend.ts';
import type { Log } from '../log.ts';
import { t } from './catalogue.ts';
import { type Command, dataOption as data } from './command.ts';
import { readInputFile, writeFile } from './files.ts';
import { CommandError } from './messages.ts';
import { hasData, lastOf, oneOf, readOptions, required, withBackend, withEmptyBackend } from './options.ts';
import { passphraseOption, readPassphrase } from './passphrase.ts';

/** Meetings handed over from one data folder to another. */
export const bundleCommands: Record<string, Command> = {
  'export bundle': { run: exportBundle },
  'import bundle': { run: importBundle },
};

async function exportBundle(words: string[], log: Log) {
  const { values } = readOptions(words, {
    ...data,
    ...passphraseOption,
    meetings: { type: 'string' },
    all: { type: 'boolean', default: false },
    out: { type: 'string' },
  });
  const passphrase = readPassphrase(values['passphrase-file']);
  if (passphrase !== null && !passphraseSchema.safeParse(passphrase).success) {
    throw new CommandError(t('passphraseTooShort', { count: minPassphraseLength }), 2);
  }
  const chosen = values.all
    ? null
    : required(values.meetings, 'meetings')
        .split(',')
        .map((id) => id.trim());
  const out = resolve(required(values.out, 'out'));
  return withBackend(values.data, log, true, async ({ client }) => {
    const known = (await client.meetings.list()).map(({ id }) => id);
    const missing = chosen?.find((id) => !known.includes(id));
    if (missing !== undefined) throw new CommandError(t('noSuchMeeting', { id: missing }), 1);
    const made = await lastOf(await client.bundles.create({ meetingIds: chosen ?? known, passphrase }));
    const { path, bytes, sha256 } = await writeFile(await client.bundles.download({ id: made.id }), out);
    return { path, bytes, sha256, meetings: made.meetings, files: made.files, isEncrypted: passphrase !== null };
  });
}

const differingChoices = ['skip', 'replace', 'copy'] as const;

async function importBundle(words: string[], log: Log) {
  const { values, positionals } = readOptions(
    words,
    {
      ...data,
      ...passphraseOption,
      choice: { type: 'string', default: 'skip' },
      'dry-run': { type: 'boolean', default: false },
    },
    1,
  );
  const choice = oneOf(values.choice, 'choice', differingChoices);
  const passphrase = readPassphrase(values['passphrase-file']);
  const file = readInputFile(resolve(positionals[0] ?? ''), maxBundleFileBytes);
  const look = ({ client }: Backend): Promise<BundlePreview> => client.bundles.preview({ file, passphrase });
  // Neither a dry run nor a refused file may leave a new, empty database behind.
  if (!hasData(values.data)) {
    const preview = await withEmptyBackend(log, look);
    if (values['dry-run']) return describe(preview, choice);
  }
  return withBackend(values.data, log, false, async (backend) => {
    const preview = await look(backend);
    if (values['dry-run']) return describe(preview, choice);
    const choices = preview.meetings.flatMap((meeting) => {
      const chosen = choose(meeting, choice);
      return chosen === null ? [] : [{ meetingId: meeting.meetingId, choice: chosen }];
    });
    const { added, replaced, copied, skipped, same } = await backend.client.bundles.import({
      id: preview.id,
      choices,
    });
    return { added, replaced, copied, skipped, same, ...describe(preview, choice) };
  });
}

/** What is new is added; what differs becomes what was asked for where that is possible, and stays as it is otherwise. */
function choose({ choices }: BundledMeeting, wanted: BundleChoice): BundleChoice | null {
  if (choices.length === 0) return null;
  if (choices.includes('add')) return 'add';
  return choices.includes(wanted) ? wanted : 'skip';
}

function describe(preview: BundlePreview, wanted: BundleChoice) {
  const { name, createdAtMs, program, isEncrypted, people, organizations, groups } = preview;
  const facts = { name, createdAtMs, program, isEncrypted, people, organizations, groups };
  return { ...facts, meetings: preview.meetings.map((meeting) => ({ ...meeting, choice: choose(meeting, wanted) })) };
}

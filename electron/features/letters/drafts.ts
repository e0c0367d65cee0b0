import type { Letter } from '#shared/contract/letters.ts';
import { chooseText } from '#shared/domain/language.ts';
import type { Context } from '../../context.ts';
import { exporters } from '../../formats.ts';
import { describeBody } from '../../mail/body.ts';
import { writeDraft } from '../../mail/eml.ts';
import { startSlices } from '../../slices.ts';
import { putContent, readContent } from '../attachments/index.ts';
import { type HandedOut, logExports } from '../documents/index.ts';
import { contentDamaged, type Circulated, type Desk } from './desk.ts';
import type { Enclosures, Reader } from './enclosures.ts';
import { createNamer, nameFile } from './names.ts';
import { findDraftName } from './repository.ts';

/** So many bytes of drafts go into the journal at a time; other calls are answered in between. */
const loggedAtOnce = 4 * 1024 * 1024;

/** Letters of one draft. */
export interface Bundle {
  letters: [Letter, ...Letter[]];
  reader: Reader;
}

/** What the drafts of one call have in common. */
export interface Drafting {
  desk: Desk;
  circulated: Circulated | null;
  enclosures: Enclosures;
  /** By language; empty: the usual one. */
  subjects: Readonly<Record<Letter['language'], string>>;
}

export interface Draft {
  letters: [Letter, ...Letter[]];
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  isLogged: boolean;
}

/**
 * Letters that go out together: those that one draft was kept for; with `language` those in one language, in one for
 * each organisation where each has its own extract. Known letters without a kept draft go alone.
 */
export function bundleLetters(
  letters: readonly Letter[],
  grouping: 'recipient' | 'language',
  isKnown: (letter: Letter) => boolean,
  readerOf: (letter: Letter) => Reader,
): Bundle[] {
  const bundles = new Map<string, Bundle>();
  for (const letter of letters) {
    const reader = readerOf(letter);
    const isAlone = grouping === 'recipient' || isKnown(letter);
    const key =
      letter.draftSha256 || (isAlone ? letter.id : `${reader.language} ${reader.organizationId ?? 'without extract'}`);
    const bundle = bundles.get(key);
    if (bundle === undefined) bundles.set(key, { letters: [letter], reader });
    else bundle.letters.push(letter);
  }
  return [...bundles.values()];
}

/** The bytes of a draft. To several people it is a letter to colleagues. Throws HeaderRefused (mail/eml.ts). */
async function writeBundle({ letters, reader }: Bundle, drafting: Drafting): Promise<Uint8Array<ArrayBuffer>> {
  const { desk, circulated, enclosures, subjects } = drafting;
  const [{ kind, language, due, note, draftedAtMs, attendanceId }] = letters;
  const { subject, document } = desk.write(
    {
      kind,
      recipientId: letters.length === 1 ? attendanceId : null,
      language,
      due,
      note,
      subject: subjects[language],
      enclosures: enclosures.list(reader),
      atMs: draftedAtMs,
    },
    circulated,
  );
  return writeDraft({
    to: letters.map(({ name, email }) => ({ name, address: email })),
    subject,
    language,
    body: describeBody(document),
    attachments: await enclosures.make(reader, document),
  });
}

/** By whom it is for: one person, or the organisation whose extract it carries. */
function nameBundle({ letters, reader }: Bundle, { record }: Desk): string {
  const [{ kind, language, name }] = letters;
  const organization = record.organizations.find(({ id }) => id === reader.organizationId);
  const ofAll = organization === undefined ? '' : chooseText(organization.name, language).text;
  return nameFile(record, kind, language, 'eml', letters.length === 1 ? name : ofAll);
}

/** The draft that was handed out for a letter; undefined: none was kept. Throws CONTENT_DAMAGED. */
export function readKeptDraft(
  { connection }: Context,
  letter: Letter,
): { name: string | undefined; bytes: Uint8Array<ArrayBuffer> } | undefined {
  if (letter.draftSha256 === '') return undefined;
  const name = findDraftName(connection, letter.meetingId, letter.draftSha256);
  const bytes = readContent(connection, letter.draftSha256);
  if (bytes === undefined) throw contentDamaged(name ?? letter.name);
  return { name, bytes };
}

/** Drafts in the order of their first letters, each with its content kept, so that the letters may name it. */
export async function makeDrafts(
  context: Context,
  bundles: readonly Bundle[],
  isKnown: (letter: Letter) => boolean,
  drafting: Drafting,
): Promise<Draft[]> {
  const slices = startSlices();
  const uniqueName = createNamer();
  const drafts: Draft[] = [];
  for (const bundle of bundles) {
    const { letters } = bundle;
    const kept = readKeptDraft(context, letters[0]);
    const name = uniqueName(kept?.name ?? nameBundle(bundle, drafting.desk));
    const bytes = kept?.bytes ?? (await writeBundle(bundle, drafting));
    if (kept === undefined && !isKnown(letters[0])) {
      const draftSha256 = putContent(context.connection, bytes);
      for (const letter of letters) letter.draftSha256 = draftSha256;
    }
    drafts.push({ letters, name, bytes, isLogged: kept?.name !== undefined });
    if (slices.areDue()) await slices.pause();
  }
  return drafts;
}

/** The draft of a letter of before the journal, from the meeting as it is now. */
export async function writeAnew(letter: Letter, drafting: Drafting): Promise<Draft> {
  const bundle: Bundle = { letters: [letter], reader: { language: letter.language, organizationId: null } };
  const bytes = await writeBundle(bundle, drafting);
  return { letters: [letter], name: nameBundle(bundle, drafting.desk), bytes, isLogged: false };
}

/** Notes drafts in the journal, each once. */
export async function logDrafts(
  context: Context,
  drafts: readonly Draft[],
  versionNumber: number | null,
): Promise<void> {
  const slices = startSlices();
  let waiting: HandedOut[] = [];
  let size = 0;
  const flush = (): void => {
    if (waiting.length > 0) logExports(context, waiting);
    waiting = [];
    size = 0;
  };
  for (const { letters, name, bytes, isLogged } of drafts) {
    const [{ id, meetingId, language }] = letters;
    if (isLogged) continue;
    waiting.push({
      meetingId,
      kind: 'letter',
      format: 'eml',
      layout: 'single',
      languages: [language],
      keeperSideId: null,
      versionNumber,
      name,
      pages: null,
      options: null,
      letterId: id,
      mediaType: exporters.eml.mediaType,
      bytes,
    });
    size += bytes.length;
    if (size < loggedAtOnce) continue;
    flush();
    await slices.pause();
  }
  flush();
}

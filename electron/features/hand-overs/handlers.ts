import { type HandOverProblem, type HandOverRow, maxHandOverBytes } from '#shared/contract/hand-overs.ts';
import { chooseText } from '#shared/domain/language.ts';
import { commitAt, type Context } from '../../context.ts';
import { exporters } from '../../formats.ts';
import { os } from '../../implement.ts';
import { findMeeting } from '../meetings/index.ts';
import { listTexts, writeTranslations } from '../translations/index.ts';
import { findBase } from './bases.ts';
import { chooseTexts, composeDocument, nameFile } from './export.ts';
import { comparePreview, keyOf } from './fates.ts';
import { readReturned, type Returned } from './read.ts';
import { insertHandOver } from './repository.ts';

export const handOversHandlers = {
  export: os.handOvers.export.handler(async ({ context, input, errors }) => {
    const { connection } = context;
    const { meetingId, sourceLanguage, targetLanguage } = input;
    const meeting = findMeeting(connection, meetingId);
    const present = listTexts(connection, meetingId);
    if (meeting === undefined || present === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    const id = context.newId();
    const texts = sourceLanguage === targetLanguage ? [] : chooseTexts(connection, present, id, input);
    if (texts.length === 0) throw errors.NOTHING_TO_HAND_OVER();
    const handOver = { id, meetingId, sourceLanguage, targetLanguage, atMs: context.clock(), texts };
    const kinds = new Map(present.map(({ reference, entryKind }) => [keyOf(reference), entryKind]));
    const bytes = await context.documents.renderHandOver(
      composeDocument(handOver, meeting, (reference) => kinds.get(keyOf(reference)) ?? null),
    );
    insertHandOver(connection, handOver);
    const name = nameFile(meeting, sourceLanguage, targetLanguage, exporters.docx.extension);
    return { file: new File([bytes], name, { type: exporters.docx.mediaType }), rows: texts.length };
  }),

  read: os.handOvers.read.handler(async ({ context, input: { meetingId, file }, errors }) => {
    const { connection } = context;
    const read = await readFile(context, file, meetingId);
    const present = listTexts(connection, meetingId);
    if (present === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    if ('problems' in read) throw errors.HAND_OVER_REFUSED({ data: read });
    return comparePreview(read.handOver, read.returned, present);
  }),

  apply: os.handOvers.apply.handler(async ({ context, input, errors }) => {
    const { connection } = context;
    const { meetingId, file, taken, stamp } = input;
    const read = await readFile(context, file, meetingId);
    if (!('problems' in read)) await context.backups.beforeImport();
    // From here on nothing waits: what is compared is what is written.
    const meeting = findMeeting(connection, meetingId);
    const present = listTexts(connection, meetingId);
    if (meeting === undefined || present === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    if ('problems' in read) throw errors.HAND_OVER_REFUSED({ data: read });
    const { handOver, returned } = read;
    const preview = comparePreview(handOver, returned, present);
    if (stamp !== preview.stamp) throw errors.CONFLICT_SINCE();
    const chosen = new Set(taken);
    const rows = preview.rows.filter(({ fate, code }) => fate === 'change' || (isOpen(fate) && chosen.has(code)));
    const known = new Set(rows.map(({ code }) => code));
    if (taken.some((code) => !known.has(code))) throw errors.CONFLICT_SINCE();
    const textOf = new Map(present.map((text) => [keyOf(text.reference), text]));
    const handedOf = new Map(handOver.texts.map((text) => [text.code, text]));
    const language = handOver.targetLanguage;
    const atMs = context.clock();
    const { result, position } = commitAt(
      context,
      { name: 'handOver.import', label: chooseText(meeting.title, language).text },
      (write) =>
        writeTranslations(
          connection,
          write,
          rows.map(({ reference, code, back }) => {
            const text = textOf.get(keyOf(reference));
            const handed = handedOf.get(code);
            const baseRevision = text && handed && findBase(connection, handed, text, language);
            return { ...reference, language, text: back, baseRevision };
          }),
          atMs,
        ),
    );
    return { position, changed: result };
  }),
};

const isOpen = (fate: HandOverRow['fate']): boolean => fate === 'conflict' || fate === 'source-changed';

const maxProblems = 20;

async function readFile(
  context: Context,
  file: File,
  meetingId: string,
): Promise<Returned | { problems: HandOverProblem[] }> {
  if (file.size > maxHandOverBytes) {
    return { problems: [{ code: 'too-large', row: 0, detail: String(Math.floor(maxHandOverBytes / 1024 ** 2)) }] };
  }
  const read = await readReturned(context, file, meetingId);
  return 'problems' in read ? { problems: read.problems.slice(0, maxProblems) } : read;
}

import { createHash } from 'node:crypto';
import { type BundleChoice, maxBundleBytes, maxBundleFileBytes, maxBundleFiles } from '#shared/contract/bundles.ts';
import { commitAt, type Context } from '../../context.ts';
import { encryptFile, streamBundle } from '../../exchange/read-file.ts';
import { exporters } from '../../formats.ts';
import { os } from '../../implement.ts';
import { indexAlongside } from '../../search-index/index.ts';
import { keepMade, takeMade } from '../archive/index.ts';
import { putContentInSlices } from '../attachments/index.ts';
import {
  buildBundle,
  type BundleProgress,
  isTooLarge,
  loadParcels,
  measure,
  type Measured,
  nameBundle,
} from './build.ts';
import { isOwn } from './copy.ts';
import { filesOf } from './format.ts';
import type { BundleProblem } from './parse.ts';
import { planBundle } from './plan.ts';
import { type BundleSession, findSession, forgetSession, keepSession } from './session.ts';
import { choose, chooseInSlices, ChoiceLapsed, type ChosenMeeting, isWritten, writeBundle } from './write.ts';

export const bundlesHandlers = {
  contents: os.bundles.contents.handler(async ({ context, input, errors }) => {
    const parcels = await loadParcels(context.connection, input.meetingIds);
    if (parcels === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    return {
      meetings: parcels.map((parcel) => {
        const { id, title, date } = parcel.record.meeting;
        const files = filesOf(parcel);
        const sizeBytes = files.reduce((sum, file) => sum + file.sizeBytes, 0);
        return { meetingId: id, title, date, files: files.length, sizeBytes };
      }),
      ...measure(parcels),
      maxBytes: maxBundleBytes,
      maxFiles: maxBundleFiles,
    };
  }),

  create: os.bundles.create.handler(async function* ({ context, input, errors, signal }) {
    const parcels = await loadParcels(context.connection, input.meetingIds);
    if (parcels === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    const tooLarge = ({ files, sizeBytes }: Measured) =>
      errors.BUNDLE_TOO_LARGE({ data: { files, sizeBytes, maxBytes: maxBundleBytes, maxFiles: maxBundleFiles } });
    const measured = measure(parcels);
    if (isTooLarge(measured)) throw tooLarge(measured);
    const built = yield* buildBundle(context, parcels, signal);
    if ('damaged' in built) throw errors.CONTENT_DAMAGED({ data: { names: built.damaged } });
    if ('tooLarge' in built) throw tooLarge(built.tooLarge);
    const { passphrase } = input;
    const name = nameBundle(parcels, passphrase !== null);
    const plain = new File(built.chunks, name, { type: exporters.bundle.mediaType });
    const { file, sha256 } =
      passphrase === null ? { file: plain, sha256: built.sha256 } : yield* encrypt(context, plain, passphrase, signal);
    const id = context.newId();
    keepMade(context.connection, id, file);
    yield {
      type: 'result' as const,
      id,
      name,
      sizeBytes: file.size,
      sha256,
      meetings: parcels.length,
      files: built.files,
    };
  }),

  download: os.bundles.download.handler(({ context, input, errors }) => {
    const file = takeMade(context.connection, input.id);
    if (file === undefined) throw errors.NOT_FOUND({ data: { kind: 'bundle' } });
    return file;
  }),

  preview: os.bundles.preview.handler(async ({ context, input: { file, passphrase }, errors, signal }) => {
    if (file.size > maxBundleFileBytes) throw errors.BUNDLE_REFUSED({ data: { reason: 'too-large', file: '' } });
    const steps = streamBundle(context.startHelper, file, { passphrase, wanted: [] }, signal);
    const { value: bundle } = await steps.next();
    if ('bytes' in bundle) throw new Error('no content was asked for');
    if ('problems' in bundle) throw errors.BUNDLE_REFUSED({ data: refusalOf(bundle.problems) });
    const id = context.newId();
    const planned = await planBundle(context.connection, bundle.parcels);
    keepSession(context.connection, { id, file, passphrase, bundle });
    const { createdAtMs, program, isEncrypted } = bundle;
    return { id, name: file.name, createdAtMs, program, isEncrypted, ...planned };
  }),

  import: os.bundles.import.handler(async ({ context, input, errors, signal }) => {
    const { connection } = context;
    const session = findSession(connection, input.id);
    if (session === undefined) throw errors.NOT_FOUND({ data: { kind: 'bundle' } });
    const choices = new Map(input.choices.map(({ meetingId, choice }) => [meetingId, choice]));
    try {
      const wanted = await chooseInSlices(connection, session.bundle.parcels, choices);
      if (!wanted.some(isWritten)) {
        forgetSession(connection, input.id);
        return { ...countUnwritten(wanted), position: null };
      }
      await context.backups.beforeImport();
      const problems = await keepContents(context, session, wanted, signal);
      if (problems !== null) throw errors.BUNDLE_REFUSED({ data: problems });
      const { result, position } = writeChosen(context, session, choices);
      forgetSession(connection, input.id);
      return { ...result, position: position === 0 ? null : position };
    } catch (error) {
      if (error instanceof ChoiceLapsed) throw errors.CHOICE_LAPSED({ data: { meetingId: error.meetingId } });
      throw error;
    }
  }),

  discard: os.bundles.discard.handler(({ context, input }) => {
    forgetSession(context.connection, input.id);
    return null;
  }),
};

function refusalOf([first]: readonly BundleProblem[]): BundleProblem {
  if (first === undefined) throw new Error('refused without a problem');
  return first;
}

/** More are indexed after the commit, in slices: here they would hold up every other call for seconds. */
const mostIndexedAlongside = 500;

/** Other calls were answered since the file was looked at: what is possible is asked once more, with nothing in between. */
function writeChosen(context: Context, { file, bundle }: BundleSession, choices: ReadonlyMap<string, BundleChoice>) {
  const chosen = choose(context.connection, bundle.parcels, choices);
  const entries = chosen.filter(isWritten).reduce((sum, { parcel }) => sum + parcel.record.entries.length, 0);
  return commitAt(
    context,
    { name: 'bundle.import', label: file.name },
    (write) => writeBundle(context, write, chosen),
    entries > mostIndexedAlongside ? undefined : indexAlongside,
  );
}

function countUnwritten(chosen: readonly ChosenMeeting[]) {
  const same = chosen.filter(({ choice }) => choice === 'same').length;
  return { added: 0, replaced: 0, copied: 0, skipped: chosen.length - same, same };
}

/** Keeps the content of the files that will be named; answers what was wrong with the bundle, null when nothing was. */
async function keepContents(
  context: Context,
  { file, passphrase }: BundleSession,
  chosen: readonly ChosenMeeting[],
  signal: AbortSignal | undefined,
) {
  const files = chosen.filter(isWritten).flatMap(({ parcel, choice }) =>
    // Content that nothing names would stay for good.
    filesOf(parcel).filter((file) => choice !== 'copy' || !('versionId' in file) || isOwn(file.kind, file.versionId)),
  );
  const wanted = [...new Set(files.map(({ sha256 }) => sha256))];
  if (wanted.length === 0) return null;
  let held: { sha256: string; pieces: Uint8Array[] } = { sha256: '', pieces: [] };
  const keepHeld = async ({ pieces }: typeof held): Promise<void> => {
    if (pieces.length > 0) await putContentInSlices(context.connection, Buffer.concat(pieces));
  };
  const steps = streamBundle(context.startHelper, file, { passphrase, wanted }, signal);
  try {
    for (;;) {
      const step = await steps.next();
      if (step.done === true) {
        if ('problems' in step.value) return refusalOf(step.value.problems);
        await keepHeld(held);
        return null;
      }
      const { sha256, bytes } = step.value;
      if (held.sha256 !== sha256) {
        await keepHeld(held);
        held = { sha256, pieces: [] };
      }
      held.pieces.push(bytes);
    }
  } finally {
    // The disk may be full: the helper is let go.
    await steps.return(undefined as never);
  }
}

async function* encrypt(
  context: Context,
  plain: File,
  passphrase: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<BundleProgress, { file: File; sha256: string }> {
  const hash = createHash('sha256');
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let told = 0;
  for await (const { pieces, doneBytes } of encryptFile(context.startHelper, plain, passphrase, signal)) {
    for (const piece of pieces) {
      hash.update(piece);
      chunks.push(piece);
    }
    if (doneBytes - told < plain.size / 20) continue;
    told = doneBytes;
    yield { type: 'progress', done: doneBytes, total: plain.size };
  }
  const file = new File(chunks, plain.name, { type: 'application/octet-stream' });
  return { file, sha256: hash.digest('hex') };
}

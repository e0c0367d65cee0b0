import type { EntryKind } from '#shared/contract/entries.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Live } from '../live/context.ts';
import { type LiveView, patchView } from '../live/view.ts';
import type { Store } from '../../../app/store.ts';
import { firstLanguage, rowLanguage } from './row-language.ts';
import { readSubstitution } from './prefix.ts';
import { moveToLanguage } from './move-to-language.ts';

export const captureField = (): HTMLTextAreaElement | null => document.querySelector('textarea[data-capture-text]');

/** Who spoke last, while the capture row takes down what nobody says: a decision, an action, a note. */
const asideSpeakers = new WeakMap<Store<LiveView>, string | null>();
/** Rows whose language the user has chosen by hand: their script does not change it. */
const chosenLanguages = new Set<string>();

const hasSpeaker = (kind: EntryKind): boolean => kind === 'speech' || kind === 'proposal';

/** The entry that is being written in the capture row, made when there is none yet. */
export function ensureCapture({ session, view }: Live, text: string): string {
  const { captureId, itemId, captureKind, captureSpeakerId, captureLanguage } = view.get();
  if (captureId !== null) return captureId;
  const sourceLanguage = firstLanguage(text, captureLanguage);
  const id = session.addRow({
    agendaItemId: itemId,
    kind: captureKind,
    speakerAttendanceId: captureSpeakerId,
    sourceLanguage,
    text,
  });
  patchView(view, { captureId: id });
  session.text(id, sourceLanguage).attach(captureField());
  return id;
}

/** What was typed into the capture row. Its first letter makes the entry, so that half a sentence is on disk as well. */
export function captureInput(live: Live, text: string): void {
  const { captureId, itemId } = live.view.get();
  if (itemId === '') return;
  if (captureId !== null) captureBuffer(live)?.input(text);
  else if (text.trim() !== '') ensureCapture(live, text);
}

export function captureBuffer({ session, view }: Live): ReturnType<typeof session.text> | null {
  const { captureId } = view.get();
  const entry = captureId === null ? undefined : session.state.get().entries.get(captureId);
  return entry === undefined ? null : session.text(entry.id, entry.sourceLanguage);
}

/** A decision, an action and a note stand for themselves; whoever was speaking goes on speaking afterwards. */
export function setCaptureKind({ session, view }: Live, kind: EntryKind): void {
  const { captureKind, captureSpeakerId, captureId } = view.get();
  if (kind === captureKind) return;
  if (hasSpeaker(captureKind)) asideSpeakers.set(view, captureSpeakerId);
  const kept = hasSpeaker(kind) ? captureSpeakerId : null;
  const speaker = hasSpeaker(kind) && kept === null ? (asideSpeakers.get(view) ?? null) : kept;
  patchView(view, { captureKind: kind, captureSpeakerId: speaker });
  if (captureId === null) return;
  if (speaker === captureSpeakerId) session.setKind([captureId], kind);
  else session.updateRows([captureId], { kind, speakerAttendanceId: speaker });
}

export function setCaptureSpeaker({ session, view }: Live, speakerId: string | null): void {
  const { captureId } = view.get();
  patchView(view, { captureSpeakerId: speakerId });
  if (captureId !== null) session.updateRows([captureId], { speakerAttendanceId: speakerId });
}

/** Rows that were ended in this view, in that order. */
const ended = new WeakMap<Store<LiveView>, string[]>();

/**
 * Sets the speaker of the row that is being written now, whenever it is called: a name that is looked up may be known
 * only after Enter. Whoever goes on in the rows after it goes on with that speaker.
 */
export function speakerSetter(live: Live): (speakerId: string | null) => void {
  const { session, view } = live;
  const place = (ended.get(view) ?? []).length;
  const { itemId, captureSpeakerId } = view.get();
  return (speakerId) => {
    const id = ended.get(view)?.[place];
    if (id === undefined) {
      setCaptureSpeaker(live, speakerId);
      return;
    }
    session.updateRows([id], { speakerAttendanceId: speakerId });
    const now = view.get();
    const goesOn = now.itemId === itemId && now.captureSpeakerId === captureSpeakerId && hasSpeaker(now.captureKind);
    if (goesOn) setCaptureSpeaker(live, speakerId);
  };
}

/** The language of this row and of those that follow. */
export function setCaptureLanguage(live: Live, language: Language): void {
  const { captureId } = live.view.get();
  patchView(live.view, { captureLanguage: language });
  if (captureId === null) return;
  chosenLanguages.add(captureId);
  moveCapture(live, captureId, language);
}

/** Ends the row: it goes to its place in the list, and the field is free for the next one. False when it was empty. */
export function commitCapture(live: Live): boolean {
  const { view } = live;
  const field = captureField();
  const text = field?.value ?? '';
  if (field === null || view.get().itemId === '') return false;
  const substitution = readSubstitution(text);
  if (substitution !== null) {
    emptyCapture(live);
    patchView(view, { find: 'replace', findQuery: substitution });
    return true;
  }
  if (text.trim() === '') {
    emptyCapture(live);
    return false;
  }
  const id = ensureCapture(live, text);
  captureBuffer(live)?.input(text);
  const { captureLanguage, captureKind, captureSpeakerId } = view.get();
  if (!chosenLanguages.has(id)) moveCapture(live, id, rowLanguage(text, captureLanguage));
  const buffer = captureBuffer(live);
  void buffer?.flush();
  release(live);
  ended.set(view, [...(ended.get(view) ?? []), id]);
  patchView(view, { captureId: null, captureSpeakerId: hasSpeaker(captureKind) ? captureSpeakerId : null });
  return true;
}

/** Nothing remains of a row that was typed and deleted again. */
export function emptyCapture(live: Live): void {
  const { captureId } = live.view.get();
  // Emptied first: a row without a text goes without a notice.
  captureBuffer(live)?.input('');
  release(live);
  if (captureId === null) return;
  patchView(live.view, { captureId: null });
  live.session.removeRows([captureId]);
}

/** Another agenda item begins: what is being typed belongs to the one before, and nobody speaks yet. */
export function startItem(live: Live): void {
  if (live.view.get().captureId !== null) commitCapture(live);
  asideSpeakers.delete(live.view);
  patchView(live.view, { captureKind: 'speech', captureSpeakerId: null });
}

/** The field changes over from one text to the other without a letter being written into it. */
function moveCapture(live: Live, id: string, language: Language): void {
  captureBuffer(live)?.attach(null);
  moveToLanguage(live.session, id, language);
  captureBuffer(live)?.attach(captureField());
}

function release(live: Live): void {
  captureBuffer(live)?.attach(null);
  const field = captureField();
  if (field !== null) field.value = '';
}

import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '#shared/contract/contract.ts';
import type { Entry, EntryText } from '#shared/contract/entries.ts';
import type { Heading, TextPlace } from '#shared/contract/translations.ts';
import { languages } from '#shared/domain/language.ts';
import type { Store } from '../../../app/store.ts';
import { conflictRevision, isRefusal } from './failures.ts';
import type { Sending, SendQueue } from './send-queue.ts';
import type { SessionBuffer } from './text-buffer.ts';
import type { TextBuffers } from './text-buffers.ts';
import { asKept, keyOf } from './text-kinds.ts';
import { keepHeld, type TextChange, translatedOf, withTextsAt } from './texts-state.ts';
import type { MinutesState } from './types.ts';

/** What the texts of a session need of it. */
export interface TextsSurroundings {
  api: ContractRouterClient<Contract>;
  state: Store<MinutesState>;
  queue: SendQueue;
  buffers: TextBuffers;
  /** Sends what else is typed of a row or a heading. */
  hand: (keys: readonly string[]) => void;
  /** A text landed at this instant. */
  saved: (atMs: number) => void;
  /** What is shown may be wrong; the next reading, which comes when nothing waits to be sent, is of everything. */
  distrust: () => void;
  refresh: () => void;
  sayRefusal: (error: unknown) => void;
}

interface TextSending extends Sending {
  buffer: SessionBuffer;
  group: string;
  text: string;
}

const unwritten: EntryText = { text: '', revision: 0, baseRevision: null, status: 'draft' };

/** Texts of rows and headings on their way between fields, state and back end. */
export class SessionTexts {
  private readonly around: TextsSurroundings;

  constructor(around: TextsSurroundings) {
    this.around = around;
  }

  at(place: TextPlace): SessionBuffer {
    return this.around.buffers.get(place, this.shown(place) ?? unwritten);
  }

  find({ language, ...reference }: TextPlace): SessionBuffer | undefined {
    return this.around.buffers.find(keyOf(reference), language);
  }

  /** The revision that the text on screen is based on. */
  revisionOf(place: TextPlace): number {
    return this.find(place)?.revision ?? this.shown(place)?.revision ?? 0;
  }

  /** A text was written: by this session, so that field and state know its revision. */
  setRevision(place: TextPlace, revision: number): void {
    this.find(place)?.answered(revision);
    const translated = translatedOf(this.around.state.get(), place);
    if (translated === undefined) return;
    const { sourceLanguage, texts } = translated;
    const source = texts[sourceLanguage].revision;
    const isOwnGround = sourceLanguage === place.language || source === 0;
    this.show(place, { revision, baseRevision: isOwnGround ? texts[place.language].baseRevision : source });
  }

  /** Shows a text, or other facts of it. */
  show(place: TextPlace, change: Partial<EntryText>): void {
    this.showAll([{ place, change }]);
  }

  showAll(changes: readonly TextChange[]): void {
    const { state } = this.around;
    state.set(withTextsAt(state.get(), changes));
  }

  /** The session's own: letters that a field hands over. */
  send(buffer: SessionBuffer, text: string, group: string): void {
    const { place } = buffer;
    const { api, queue, hand, saved } = this.around;
    hand([keyOf(place)]);
    // Asked after it: another text of the row may have been handed over on the way.
    if (translatedOf(this.around.state.get(), place) === undefined) return;
    this.show(place, { text: asKept(place.kind, text), status: 'draft' });
    const isSame = (sending: Sending): sending is TextSending =>
      'buffer' in sending && sending.buffer === buffer && 'group' in sending && sending.group === group;
    const waiting = queue.unattempted.findLast(isSame);
    if (waiting !== undefined) {
      waiting.text = text;
      return;
    }
    const sending: TextSending = {
      buffer,
      group,
      text,
      records: [keyOf(place)],
      send: async () => {
        const { kind, id, language } = place;
        const saving = { language, text: sending.text, revision: buffer.revision, group };
        const answer =
          kind === 'entry'
            ? await api.entries.saveText({ entryId: id, ...saving })
            : await api.translations.saveHeading({ kind, id, ...saving });
        this.setRevision(place, answer.revision);
        saved(answer.savedAtMs);
      },
      refuse: (error) => {
        if (isRefusal(error, 'CONFLICT')) this.conflict(buffer, error);
        else this.refuse(buffer, error);
      },
    };
    void queue.add(sending);
  }

  /** Somebody wrote a newer text: what waits of this one is kept in its field, and the user chooses. */
  conflict(buffer: SessionBuffer, error: unknown): void {
    // A heading that is written in no language is not read, and so its revision is known only from here.
    if (buffer.place.kind !== 'entry')
      this.show(buffer.place, { revision: conflictRevision(error) ?? buffer.revision });
    buffer.conflicted();
    this.drop(buffer);
    this.around.distrust();
    this.around.refresh();
  }

  /** The headings as they shall be shown: with those that the user is just writing anew. */
  withHeld(read: readonly Heading[], agendaIds: ReadonlySet<string>): readonly Heading[] {
    return keepHeld(this.around.state.get().headings, read, (heading) => {
      if (heading.kind === 'agenda_title' && !agendaIds.has(heading.id)) return false;
      return languages.some((language) => this.find({ ...heading, language })?.isHeld === true);
    });
  }

  /** Brings what was read into the fields; see {@link SessionBuffer.accept}. */
  accept(entries: Iterable<Entry>, headings: readonly Heading[], isForced: boolean): void {
    const { buffers } = this.around;
    for (const { id, texts } of entries) buffers.accept(id, texts, isForced);
    for (const heading of headings) buffers.accept(keyOf(heading), heading.texts, isForced);
    if (isForced) buffers.acceptLatest();
  }

  /** Fields of rows and headings that the state does not have any more. */
  forgetGone(): void {
    const state = this.around.state.get();
    const gone = this.around.buffers.references.filter((reference) => translatedOf(state, reference) === undefined);
    this.around.buffers.forget(gone.map(keyOf));
  }

  private shown({ language, ...reference }: TextPlace): EntryText | undefined {
    return translatedOf(this.around.state.get(), reference)?.texts[language];
  }

  private refuse(buffer: SessionBuffer, error: unknown): void {
    this.drop(buffer);
    // A row that was removed here as well has nobody to whom its letters could be shown.
    if (translatedOf(this.around.state.get(), buffer.place) !== undefined)
      buffer.refused(isRefusal(error, 'NOT_FOUND'));
    this.around.distrust();
    this.around.sayRefusal(error);
  }

  private drop(buffer: SessionBuffer): void {
    this.around.queue.drop((sending) => 'buffer' in sending && sending.buffer === buffer);
  }
}

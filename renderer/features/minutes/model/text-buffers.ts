import { type Language, languages } from '#shared/domain/language.ts';
import type { Entry } from '#shared/contract/entries.ts';
import { type BufferOwner, type ServerText, SessionBuffer } from './text-buffer.ts';

/** The buffers of one meeting. One that nobody holds and that has nothing to lose goes with the garbage. */
export class TextBuffers {
  private readonly known = new Map<string, WeakRef<SessionBuffer>>();
  private readonly needed = new Set<SessionBuffer>();
  private readonly gone = new FinalizationRegistry<string>((key) => {
    if (this.known.get(key)?.deref() === undefined) this.known.delete(key);
  });
  private readonly owner: BufferOwner;

  constructor(owner: Omit<BufferOwner, 'onStatus'>, onStatus: () => void) {
    this.owner = {
      ...owner,
      onStatus: (buffer) => {
        const isNeeded = buffer.isNeeded;
        if (isNeeded) this.needed.add(buffer);
        else this.needed.delete(buffer);
        onStatus();
      },
    };
  }

  find(entryId: string, language: Language): SessionBuffer | undefined {
    return this.known.get(`${entryId}/${language}`)?.deref();
  }

  get(entryId: string, language: Language, server: ServerText): SessionBuffer {
    const found = this.find(entryId, language);
    if (found !== undefined) return found;
    const key = `${entryId}/${language}`;
    const made = new SessionBuffer(entryId, language, server, this.owner);
    this.known.set(key, new WeakRef(made));
    this.gone.register(made, key);
    return made;
  }

  /** Rows of which something is typed, shown or not saved. */
  get entryIds(): string[] {
    return [...this.needed].map((buffer) => buffer.entryId);
  }

  get unsent(): boolean {
    return [...this.needed].some((buffer) => buffer.isUnsent);
  }

  get failed(): boolean {
    return [...this.needed].some((buffer) => buffer.isFailed);
  }

  /** Hands over what was typed and not sent, of all rows or of these. */
  hand(entryIds?: ReadonlySet<string>): void {
    for (const buffer of [...this.needed]) {
      if (entryIds === undefined || entryIds.has(buffer.entryId)) buffer.hand();
    }
  }

  accept(entries: Iterable<Entry>, isForced: boolean): void {
    for (const entry of entries) {
      for (const language of languages) this.find(entry.id, language)?.accept(entry.texts[language], isForced);
    }
    if (!isForced) return;
    for (const buffer of [...this.needed]) buffer.acceptLatest(true);
  }

  /** Rows that are gone have nothing to keep. */
  forget(entryIds: Iterable<string>): void {
    for (const id of entryIds) {
      for (const language of languages) {
        const buffer = this.find(id, language);
        if (buffer === undefined) continue;
        buffer.put(buffer.text());
        this.needed.delete(buffer);
      }
    }
  }
}

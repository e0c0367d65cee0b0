import type { EntryText } from '#shared/contract/entries.ts';
import type { TextPlace, TextReference } from '#shared/contract/translations.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { type BufferOwner, type ServerText, SessionBuffer } from './text-buffer.ts';
import { keyOf } from './text-kinds.ts';

const placeKey = (key: string, language: Language): string => `${key}/${language}`;

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

  /** Of a row by its id, of a heading by its key. */
  find(key: string, language: Language): SessionBuffer | undefined {
    return this.known.get(placeKey(key, language))?.deref();
  }

  get(place: TextPlace, server: ServerText): SessionBuffer {
    const found = this.find(keyOf(place), place.language);
    if (found !== undefined) return found;
    const key = placeKey(keyOf(place), place.language);
    const made = new SessionBuffer(place, server, this.owner);
    this.known.set(key, new WeakRef(made));
    this.gone.register(made, key);
    return made;
  }

  /** Rows and headings of which something is typed, shown or not saved. */
  get references(): TextReference[] {
    return [...this.needed].map((buffer) => buffer.place);
  }

  get unsent(): boolean {
    return [...this.needed].some((buffer) => buffer.isUnsent);
  }

  get failed(): boolean {
    return [...this.needed].some((buffer) => buffer.isFailed);
  }

  /** Hands over what was typed and not sent, of all rows and headings or of these. */
  hand(keys?: ReadonlySet<string>): void {
    for (const buffer of [...this.needed]) {
      if (keys === undefined || keys.has(keyOf(buffer.place))) buffer.hand();
    }
  }

  accept(key: string, texts: Record<Language, EntryText>, isForced: boolean): void {
    for (const language of languages) this.find(key, language)?.accept(texts[language], isForced);
  }

  /** What waited until its field has lost the focus is shown. */
  acceptLatest(): void {
    for (const buffer of [...this.needed]) buffer.acceptLatest(true);
  }

  /** Rows and headings that are gone have nothing to keep. */
  forget(keys: Iterable<string>): void {
    for (const key of keys) {
      for (const language of languages) {
        const buffer = this.find(key, language);
        if (buffer === undefined) continue;
        buffer.put(buffer.text());
        this.needed.delete(buffer);
      }
    }
  }
}

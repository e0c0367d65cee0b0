import type { DocumentPreview, DocumentRequest, PreviewPlace } from '#shared/contract/documents.ts';
import { createStore, type Store } from '../../app/store.ts';
import type { PagePicture } from '../../ui/page-view.tsx';

export interface ShownPreview {
  /** What these pages were made for; the user may have chosen something else meanwhile. */
  request: DocumentRequest;
  files: DocumentPreview['files'];
  pages: readonly PagePicture[];
  places: readonly PreviewPlace[];
}

export interface PreviewState {
  /** The last pages there were; they stay until others are there. */
  shown: ShownPreview | null;
  isMaking: boolean;
  /** Of the last attempt; null if it went well. */
  error: unknown;
}

export interface PreviewFeed {
  readonly state: Store<PreviewState>;
  /** From now on these pages are wanted; null: none, what is shown stays. */
  want: (request: DocumentRequest | null) => void;
  /** What is on the pages may have changed. */
  refresh: () => void;
  open: () => void;
  /** Gives the pictures back; what is under way is answered into the void. */
  close: () => void;
}

export interface PreviewSurroundings {
  /** `signal`: nobody waits for the answer any more. */
  ask: (request: DocumentRequest & { known: string[] }, signal: AbortSignal) => Promise<DocumentPreview>;
  pictureOf: (svg: string) => PagePicture;
  drop: (picture: PagePicture) => void;
}

const nothing: PreviewState = { shown: null, isMaking: false, error: null };

/**
 * The pages of a document while its text and its options change. One question at most is under way; whatever happened
 * meanwhile makes one more. Pages that are here already are neither sent nor drawn again.
 */
export function createPreviewFeed({ ask, pictureOf, drop }: PreviewSurroundings): PreviewFeed {
  const state = createStore<PreviewState>(nothing);
  let pictures = new Map<string, PagePicture>();
  let wanted: DocumentRequest | null = null;
  let isStale = false;
  let isAsking = false;
  let leaving = new AbortController();
  let isOpen = false;
  /** Counts openings, so that an answer to a feed that was closed meanwhile is known as such. */
  let opening = 0;

  const isUnderWay = (): boolean => isAsking;

  function pump(): void {
    if (isAsking || !isStale || wanted === null || !isOpen) return;
    const request = wanted;
    const asked = opening;
    isAsking = true;
    isStale = false;
    state.set({ ...state.get(), isMaking: true });
    ask({ ...request, known: [...pictures.keys()] }, leaving.signal).then(
      (answer) => settle(asked, () => take(request, answer)),
      (error: unknown) => settle(asked, () => state.set({ ...state.get(), error })),
    );
  }

  function settle(asked: number, show: () => void): void {
    isAsking = false;
    if (isOpen && asked === opening) show();
    pump();
    if (state.get().isMaking && !isUnderWay()) state.set({ ...state.get(), isMaking: false });
  }

  function take(request: DocumentRequest, { files, pages, places }: DocumentPreview): void {
    const next = new Map<string, PagePicture>();
    for (const { hash, svg } of pages) {
      const picture = next.get(hash) ?? pictures.get(hash) ?? (svg === undefined ? undefined : pictureOf(svg));
      if (picture === undefined) {
        // A page was taken for known that is not here (any more): all of them once more.
        for (const made of next.values()) drop(made);
        for (const [known, kept] of pictures) if (!next.has(known)) drop(kept);
        isStale = pictures.size > 0;
        pictures = new Map();
        if (!isStale) state.set({ ...state.get(), error: new Error(`page ${hash} was not sent`) });
        return;
      }
      next.set(hash, picture);
    }
    const shown: ShownPreview = {
      request,
      files,
      pages: pages.flatMap(({ hash }) => next.get(hash) ?? []),
      places,
    };
    const gone = [...pictures].filter(([hash]) => !next.has(hash));
    pictures = next;
    state.set({ ...state.get(), shown, error: null });
    for (const [, picture] of gone) drop(picture);
  }

  return {
    state,
    want(request) {
      wanted = request;
      isStale = true;
      if (request === null) state.set({ ...state.get(), error: null });
      pump();
    },
    refresh() {
      isStale = true;
      pump();
    },
    open() {
      isOpen = true;
      opening += 1;
      pump();
    },
    close() {
      isOpen = false;
      leaving.abort();
      leaving = new AbortController();
      wanted = null;
      for (const picture of pictures.values()) drop(picture);
      pictures = new Map();
      state.set(nothing);
    },
  };
}

import { describe, expect, test } from 'vitest';
import type { DocumentPreview, DocumentRequest, PreviewPlace } from '#shared/contract/documents.ts';
import { areasOf, findPlaceAt, findPlaceOf, listPlaces } from '../../../renderer/features/documents/places.ts';
import { createPreviewFeed } from '../../../renderer/features/documents/preview-feed.ts';

type Asked = DocumentRequest & { known: string[] };

/** A feed whose questions wait for their answers, and the pictures that it holds. */
function startFeed() {
  const asked: {
    input: Asked;
    answer: (pages: string[], sent?: string[]) => Promise<void>;
    fail: () => Promise<void>;
  }[] = [];
  const held = new Set<string>();
  const feed = createPreviewFeed({
    ask: (input) => {
      const { promise, resolve, reject } = Promise.withResolvers<DocumentPreview>();
      const settled = promise.then(
        () => undefined,
        () => undefined,
      );
      asked.push({
        input,
        answer(pages, sent = pages.filter((hash) => !input.known.includes(hash))) {
          resolve({
            files: [{ languages: ['en'], keeperSideId: null, firstPage: 0 }],
            pages: pages.map((hash) => (sent.includes(hash) ? { hash, svg: hash } : { hash })),
            places: [],
          });
          return settled;
        },
        fail() {
          reject(new Error('engine'));
          return settled;
        },
      });
      return promise;
    },
    pictureOf: (svg) => {
      expect(held.has(svg), 'drawn twice').toBe(false);
      held.add(svg);
      return { url: svg, width: 210, height: 297 };
    },
    drop: ({ url }) => expect(held.delete(url), 'dropped twice').toBe(true),
  });
  feed.open();
  const shown = () => feed.state.get().shown?.pages.map(({ url }) => url);
  return { feed, asked, held, shown };
}

const request: DocumentRequest = { meetingId: '1', languages: ['en'] };

describe('the feed of pages', () => {
  test('one question at a time, the newest wish next; old pages stay meanwhile', async () => {
    const { feed, asked, held, shown } = startFeed();
    feed.want(request);
    expect(feed.state.get().isMaking).toBe(true);
    await asked[0]!.answer(['a', 'b']);
    expect(shown()).toEqual(['a', 'b']);
    feed.refresh();
    feed.refresh();
    feed.want({ ...request, languages: ['ru'] });
    feed.want({ ...request, languages: ['zh'] });
    expect(asked).toHaveLength(2);
    expect(shown()).toEqual(['a', 'b']);
    await asked[1]!.answer(['a', 'c']);
    expect(asked).toHaveLength(3);
    expect(asked[2]!.input).toMatchObject({ languages: ['zh'], known: ['a', 'c'] });
    await asked[2]!.answer(['c']);
    expect(shown()).toEqual(['c']);
    expect([...held]).toEqual(['c']);
    expect(asked).toHaveLength(3);
    expect(feed.state.get().isMaking).toBe(false);
  });

  test('a failure is said and the pages stay; the next change tries again', async () => {
    const { feed, asked, shown } = startFeed();
    feed.want(request);
    await asked[0]!.answer(['a']);
    feed.refresh();
    await asked[1]!.fail();
    expect(feed.state.get().error).toBeInstanceOf(Error);
    expect(shown()).toEqual(['a']);
    feed.refresh();
    await asked[2]!.answer(['b']);
    expect(feed.state.get().error).toBeNull();
    expect(shown()).toEqual(['b']);
  });

  test('where a page is taken for known that is not here, all are asked for once more', async () => {
    const { feed, asked, held, shown } = startFeed();
    feed.want(request);
    await asked[0]!.answer(['a', 'b']);
    feed.refresh();
    await asked[1]!.answer(['a', 'c'], []);
    expect(asked[2]!.input.known).toEqual([]);
    await asked[2]!.answer(['a', 'c']);
    expect(shown()).toEqual(['a', 'c']);
    expect([...held]).toEqual(['a', 'c']);
    feed.refresh();
    await asked[3]!.answer(['d'], []);
    await asked[4]!.answer(['d'], []);
    expect(asked).toHaveLength(5);
    expect(feed.state.get().error).toBeInstanceOf(Error);
  });

  test('nothing is asked for what does not go together; equal pages are one picture', async () => {
    const { feed, asked, held, shown } = startFeed();
    feed.want(null);
    feed.refresh();
    expect(asked).toHaveLength(0);
    feed.want(request);
    await asked[0]!.answer(['a', 'a']);
    expect(shown()).toEqual(['a', 'a']);
    expect(held.size).toBe(1);
  });

  test('a closed feed holds nothing and takes no late answer', async () => {
    const { feed, asked, held } = startFeed();
    feed.want(request);
    await asked[0]!.answer(['a']);
    feed.refresh();
    feed.close();
    feed.open();
    await asked[1]!.answer(['a', 'b']);
    expect(held.size).toBe(0);
    expect(feed.state.get().shown).toBeNull();
  });
});

const place = (id: string, page: number, left: number, top: number, language: PreviewPlace['language'] = 'en') => ({
  page,
  left,
  top,
  language,
  ref: { kind: 'entry' as const, id },
});

describe('a spot on a page', () => {
  const files = [{ firstPage: 0 }, { firstPage: 2 }];

  test('belongs to the nearest place above it, however far that is set in', () => {
    const places = [place('heading', 0, 0.12, 0.1), place('point', 0, 0.16, 0.2), place('next', 0, 0.12, 0.5)];
    const at = (left: number, top: number) => findPlaceAt({ places, files }, { page: 0, left, top })?.ref.id;
    expect(at(0.13, 0.25)).toBe('point');
    expect(at(0.8, 0.49)).toBe('point');
    expect(at(0.5, 0.11)).toBe('heading');
    expect(at(0.05, 0.9)).toBe('next');
    expect(at(0.5, 0.01)).toBe('heading');
  });

  test('side by side, to its own column', () => {
    const places = [
      place('one', 0, 0.1, 0.1, 'ru'),
      place('one', 0, 0.54, 0.1, 'zh'),
      place('two', 0, 0.12, 0.4, 'ru'),
      place('two', 0, 0.56, 0.3, 'zh'),
    ];
    const at = (left: number, top: number) => findPlaceAt({ places, files }, { page: 0, left, top });
    expect(at(0.2, 0.35)).toMatchObject({ ref: { id: 'one' }, language: 'ru' });
    expect(at(0.7, 0.35)).toMatchObject({ ref: { id: 'two' }, language: 'zh' });
    expect(areasOf(places, places[1]!, 0)).toEqual([
      expect.objectContaining({ left: 0.54, top: 0.1, height: expect.closeTo(0.2) as number }),
    ]);
  });

  test('above the first place of a page, to what goes on from the page before, in the same file', () => {
    const places = [place('long', 0, 0.1, 0.5), place('after', 1, 0.1, 0.6), place('other', 2, 0.1, 0.4)];
    expect(findPlaceAt({ places, files }, { page: 1, left: 0.5, top: 0.2 })?.ref.id).toBe('long');
    expect(findPlaceAt({ places, files }, { page: 2, left: 0.5, top: 0.2 })?.ref.id).toBe('other');
    expect(findPlaceAt({ places: [], files }, { page: 0, left: 0.5, top: 0.2 })).toBeNull();
  });
});

test('what stands on a page is listed once, column after column; a row is found in the language that is meant', () => {
  const places = [
    place('one', 0, 0.1, 0.1, 'ru'),
    place('one', 0, 0.54, 0.1, 'zh'),
    place('one', 0, 0.1, 0.2, 'ru'),
    place('two', 1, 0.1, 0.2, 'ru'),
  ];
  expect(listPlaces(places, 0).map(({ ref, language }) => `${ref.id} ${language}`)).toEqual(['one ru', 'one zh']);
  expect(findPlaceOf(places, { id: 'one', language: 'zh' })).toBe(places[1]);
  expect(findPlaceOf(places, { id: 'two', language: 'zh' })).toBe(places[3]);
  expect(findPlaceOf(places, { id: 'three' })).toBeNull();
  // Two paragraphs of one entry are one mark.
  expect(areasOf(places, places[0]!, 0)).toHaveLength(1);
});

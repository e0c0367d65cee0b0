import { useEffect, useState } from 'react';
import type { DocumentRequest } from '#shared/contract/documents.ts';
import { api } from '../../app/api.ts';
import { onChange } from '../../app/changes.ts';
import { afterComposition } from '../../app/composition.ts';
import { useStore } from '../../app/store.ts';
import { pictureOf } from '../../ui/svg-pages.tsx';
import { createPreviewFeed, type PreviewState } from './preview-feed.ts';

/** The real pages of a document, made anew whenever its options or anything in the records change. */
export function usePreview(request: DocumentRequest | null): PreviewState {
  const [feed] = useState(() =>
    createPreviewFeed({
      ask: (asked, signal) => api.documents.preview(asked, { signal }),
      pictureOf,
      drop: ({ url }) => URL.revokeObjectURL(url),
    }),
  );
  useEffect(() => {
    feed.open();
    // Nothing moves while an input method is composing.
    const stop = onChange(() => afterComposition(feed.refresh));
    return () => {
      stop();
      feed.close();
    };
  }, [feed]);
  const wanted = JSON.stringify(request);
  useEffect(() => feed.want(JSON.parse(wanted) as DocumentRequest | null), [feed, wanted]);
  return useStore(feed.state);
}

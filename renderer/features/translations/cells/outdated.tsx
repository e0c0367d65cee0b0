import { type ReactElement, useMemo } from 'react';
import type { TextPlace } from '#shared/contract/translations.ts';
import { type Language, languageTags } from '#shared/domain/language.ts';
import { useStorePart } from '../../../app/store.ts';
import { Button } from '../../../ui/button.tsx';
import { DiffText } from '../../../ui/diff-text.tsx';
import { useReview } from '../context.ts';
import { changesInShort } from '../model/changes-in-short.ts';
import { placeKey, translatedOf } from '../model/lines.ts';
import styles from './cells.module.css';

/** What changed in the source since this text was written, and the word that it is right all the same. */
export function Outdated({ place, field }: { place: TextPlace; field: string }): ReactElement {
  const { review, words, bases, actions } = useReview();
  const base = useStorePart(bases, (known) => known.get(placeKey(place)));
  const source = useStorePart(review.session.state, (state) => translatedOf(state, place)?.sourceLanguage);
  const text = useStorePart(review.session.state, (state) => {
    const translated = translatedOf(state, place);
    return translated?.texts[translated.sourceLanguage].text;
  });
  return (
    <div className={styles.outdated}>
      {base === null && <p className={styles.hint}>{words.baseUnknown}</p>}
      {typeof base === 'string' && source !== undefined && text !== undefined && (
        <Changes before={base} after={text} language={source} />
      )}
      <Button
        command="review.right"
        excludeFromTabOrder
        aria-label={words.rightOf(field)}
        onPress={() => actions.right(place)}
      >
        {words.right}
      </Button>
    </div>
  );
}

function Changes({ before, after, language }: { before: string; after: string; language: Language }): ReactElement {
  const { words } = useReview();
  const parts = useMemo(() => changesInShort(before, after, language), [before, after, language]);
  return (
    <p className={styles.changes}>
      <span className={styles.hint}>{words.changed} </span>
      <span lang={languageTags[language]}>
        <DiffText parts={parts} />
      </span>
    </p>
  );
}

import type { ReactElement } from 'react';
import { languageTags } from '#shared/domain/language.ts';
import { useStorePart } from '../../../app/store.ts';
import { attendanceName } from '../../meetings/index.ts';
import { useLive } from '../live/context.ts';
import { attendanceOf } from './attendance-of.ts';
import { useRowTools } from './row-tools.ts';
import styles from './rows.module.css';

/*
 * The fields of a row as plain words: what stands there until the row has been near the screen once. A row of fields
 * costs ten times as much, and an item may have thousands.
 */
export function PlainKind({ word, number }: { word: string; number: string }): ReactElement {
  return (
    <span className={styles.plainKind}>
      {word} <span className={styles.number}>{number}</span>
    </span>
  );
}

export function PlainSpeaker({ speakerId }: { speakerId: string | null }): ReactElement {
  const { session } = useLive();
  const { words } = useRowTools();
  const speaker = useStorePart(session.state, (state) => attendanceOf(state, speakerId));
  const name = speaker && attendanceName(speaker, words.uiLanguage);
  return (
    <span className={styles.plainSpeaker} {...(name && { lang: languageTags[name.language] })}>
      {name?.text}
    </span>
  );
}

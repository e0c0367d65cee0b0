import { memo, type ReactElement, startTransition, useLayoutEffect, useRef, useState } from 'react';
import { languageTags } from '#shared/domain/language.ts';
import type { Translated } from '#shared/domain/translations/state.ts';
import { useStore, useStorePart } from '../../../app/store.ts';
import { attendanceName } from '../../meetings/index.ts';
import { attendanceOf, isOfParagraphs, whenNear } from '../../minutes/index.ts';
import { useReview } from '../context.ts';
import { type Line, translatedOf } from '../model/lines.ts';
import styles from './cells.module.css';
import { KindIcon } from './kind-icon.tsx';
import { LineMenu } from './line-menu.tsx';
import { PlainCell, SourceCell } from './plain-cell.tsx';
import { lineMark } from './places.ts';
import { TextCell } from './text-cell.tsx';

export interface LineRowProps {
  line: Line;
  /** 1-based, the heads are the first row. */
  rowIndex: number;
  /** It has its fields only when it comes near the screen; its texts it has at once. */
  isLight: boolean;
  hasSourceColumn: boolean;
}

/** A text in its languages side by side. Follows its own states only: what is typed in one line draws no other. */
export const LineRow = memo(function LineRow({ line, rowIndex, isLight, hasSourceColumn }: LineRowProps) {
  const { review, words } = useReview();
  const columns = useStore(review.columns);
  const row = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(!isLight);
  useLayoutEffect(() => {
    if (!isNear && row.current) return whenNear(row.current, () => setNear(true));
  }, [isNear]);
  const name = words.nameOf(line);
  return (
    <div
      ref={row}
      role="row"
      aria-rowindex={rowIndex}
      className={styles.line}
      data-heading={headingOf(line)}
      data-kind={line.entryKind ?? undefined}
      onFocus={() => !isNear && startTransition(() => setNear(true))}
      {...lineMark(line.key)}
    >
      <div role="rowheader" className={styles.head}>
        <span className={styles.kind}>
          <KindIcon line={line} />
          <span>{words.kindOf(line)}</span>
          {line.number !== '' && <span className={styles.number}>{line.number}</span>}
        </span>
        {line.entryKind !== null && <Speaker id={line.reference.id} />}
        {isNear && <LineMenu line={line} name={name} />}
      </div>
      {isNear ? (
        <>
          {hasSourceColumn && <Source line={line} />}
          {columns.map((language) => (
            <TextCell key={language} line={line} language={language} name={name} />
          ))}
        </>
      ) : (
        <PlainCells line={line} hasSourceColumn={hasSourceColumn} />
      )}
    </div>
  );
});

/** Headings that are one line stand out as headings do; a theme of several sentences does not. */
function headingOf({ entryKind, reference: { kind } }: Line): 'line' | 'text' | undefined {
  if (entryKind !== null) return undefined;
  return isOfParagraphs[kind] ? 'text' : 'line';
}

function PlainCells({ line, hasSourceColumn }: Pick<LineRowProps, 'line' | 'hasSourceColumn'>): ReactElement | null {
  const { review } = useReview();
  const columns = useStore(review.columns);
  const translated = useStorePart(review.session.state, (state) => translatedOf(state, line.reference));
  if (translated === undefined) return null;
  return (
    <>
      {hasSourceColumn && <Source line={line} />}
      {columns.map((language) => (
        <PlainCell key={language} translated={translated} language={language} />
      ))}
    </>
  );
}

function Source({ line }: { line: Line }): ReactElement | null {
  const { review } = useReview();
  const columns = useStore(review.columns);
  const translated: Translated | undefined = useStorePart(review.session.state, (state) =>
    translatedOf(state, line.reference),
  );
  if (translated === undefined) return null;
  return <SourceCell translated={translated} isBeside={columns.includes(translated.sourceLanguage)} />;
}

function Speaker({ id }: { id: string }): ReactElement | null {
  const { review, words } = useReview();
  const speaker = useStorePart(review.session.state, (state) =>
    attendanceOf(state, state.entries.get(id)?.speakerAttendanceId ?? null),
  );
  if (speaker === undefined) return null;
  const { text, language } = attendanceName(speaker, words.uiLanguage);
  return (
    <span className={styles.speaker} lang={languageTags[language]}>
      {text}
    </span>
  );
}

import { useQuery } from '@tanstack/react-query';
import { type FocusEvent, type ReactElement, type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '#shared/contract/entries.ts';
import { languageTags } from '#shared/domain/language.ts';
import { query } from '../../../app/api.ts';
import { ownUndoAttribute } from '../../../app/shortcuts.ts';
import { useStorePart } from '../../../app/store.ts';
import fieldStyles from '../../../ui/field.module.css';
import { type Live, useLive } from '../live/context.ts';
import { captureText } from '../live/targets.ts';
import { patchView } from '../live/view.ts';
import {
  captureBuffer,
  captureField,
  emptyCapture,
  setCaptureKind,
  setCaptureLanguage,
  setCaptureSpeaker,
  startItem,
} from './capture.ts';
import { CaptureNotices } from './capture-notices.tsx';
import { KindMenu } from './kind-menu.tsx';
import { closeMention } from './mention.ts';
import { MentionList } from './mention-list.tsx';
import { RowAction } from './row-action.tsx';
import { RowCommands } from './row-commands.tsx';
import { pressTextKey } from './row-keys.ts';
import { LanguageChip } from './row-marks.tsx';
import { RowToolsContext, useMakeRowTools } from './row-tools.ts';
import styles from './rows.module.css';
import { endSelection } from './selection.ts';
import { SpeakerField } from './speaker-field.tsx';
import { flushField, save, startTyping, switchPrefixes, typed } from './typing.ts';
import { prepareLookup } from './use-lookup.ts';

/**
 * Where the next row is written; always on screen, always the same text field. Its first letter makes the entry, Enter
 * sends it up into the list.
 */
export function CaptureRow(): ReactElement {
  const { t } = useTranslation('live');
  const live = useLive();
  const { session, view } = live;
  const tools = useMakeRowTools();
  const box = useRef<HTMLDivElement>(null);
  const hasItem = useStorePart(view, (state) => state.itemId !== '');
  const kind = useStorePart(view, (state) => state.captureKind);
  const speakerId = useStorePart(view, (state) => state.captureSpeakerId);
  const captureLanguage = useStorePart(view, (state) => state.captureLanguage);
  const captureId = useStorePart(view, (state) => state.captureId);
  const entry = useStorePart(session.state, (state) => (captureId === null ? undefined : state.entries.get(captureId)));
  const language = entry?.sourceLanguage ?? captureLanguage;
  const name = t('rows.capture.name', { kind: tools.words.kinds[kind] });

  usePrefixSetting();
  useEffect(() => prepareLookup(session.meetingId), [session]);
  useCaptureText(live, entry);
  useNewItem(live);
  useNoticesAbove(box);

  const field = (element: HTMLTextAreaElement) => ({ live, rowId: null, area: element });
  const leave = (event: FocusEvent<HTMLElement>) => {
    if (event.currentTarget.contains(event.relatedTarget) || !document.hasFocus()) return;
    if (captureField()?.value.trim() === '' && view.get().captureId !== null) emptyCapture(live);
  };
  return (
    <RowToolsContext value={tools}>
      <div ref={box} className={styles.captureBox}>
        <div
          role="group"
          aria-label={name}
          className={styles.capture}
          data-capture
          data-kind={kind}
          onFocus={() => endSelection(live)}
          onBlur={leave}
        >
          <KindMenu kind={kind} number="" onChoose={(next) => setCaptureKind(live, next)} />
          <SpeakerField
            rowId={null}
            speakerId={speakerId}
            isNeeded={kind === 'speech'}
            isContinued={false}
            onChange={(next) => setCaptureSpeaker(live, next)}
          />
          <div className={styles.body}>
            <textarea
              className={styles.area}
              rows={1}
              lang={languageTags[language]}
              aria-label={tools.words.fieldName(name, language)}
              placeholder={hasItem ? t('rows.capture.placeholder') : t('rows.capture.noItem')}
              readOnly={!hasItem}
              spellCheck={false}
              defaultValue=""
              {...captureText}
              {...{ [ownUndoAttribute]: true }}
              onFocus={(event) => startTyping(event.currentTarget)}
              onInput={(event) => {
                const native = event.nativeEvent;
                if (native.isComposing) save(field(event.currentTarget));
                else typed(field(event.currentTarget), native.inputType.startsWith('insert'));
              }}
              onCompositionEnd={(event) => typed(field(event.currentTarget), true)}
              onKeyDown={(event) => pressTextKey(event, field(event.currentTarget))}
              onPaste={(event) => tools.paste(event, field(event.currentTarget))}
              onBlur={() => {
                closeMention();
                flushField({ live, rowId: null });
              }}
            />
            <CaptureNotices entry={entry} className={fieldStyles.error} />
            {kind === 'action' && <RowAction entry={entry ?? null} name={name} isCapture />}
          </div>
          <LanguageChip language={language} onChoose={(next) => setCaptureLanguage(live, next)} />
        </div>
      </div>
      <MentionList />
      <RowCommands />
    </RowToolsContext>
  );
}

/** Notices appear above the capture row: nobody can write under them. */
function useNoticesAbove(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current: element } = box;
    if (!element) return;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => {
      style.setProperty('--notices-above', `${window.innerHeight - element.getBoundingClientRect().top}px`);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      style.removeProperty('--notices-above');
    };
  }, [box]);
}

function usePrefixSetting(): void {
  const { data } = useQuery(query.settings.get.queryOptions());
  useEffect(() => switchPrefixes(data?.typedPrefixes ?? true), [data]);
}

/** Coming back to the screen finds the half-typed row; a row that Undo or another window has removed leaves the field. */
function useCaptureText(live: Live, entry: Entry | undefined): void {
  const { session, view } = live;
  useEffect(() => {
    captureBuffer(live)?.attach(captureField());
    return () => void captureBuffer(live)?.attach(null);
  }, [live]);
  // Undo and another window change the row behind the view's back.
  const { kind, speakerAttendanceId } = entry ?? {};
  useEffect(() => {
    if (kind !== undefined) patchView(view, { captureKind: kind, captureSpeakerId: speakerAttendanceId ?? null });
  }, [kind, speakerAttendanceId, view]);
  const isGone = useStorePart(view, (state) => state.captureId !== null) && entry === undefined;
  useEffect(() => {
    const { captureId } = view.get();
    if (!isGone || captureId === null || session.state.get().entries.has(captureId)) return;
    const field = captureField();
    if (field) field.value = '';
    patchView(view, { captureId: null });
  }, [isGone, session, view]);
}

function useNewItem(live: Live): void {
  const { view } = live;
  useEffect(() => {
    let itemId = view.get().itemId;
    return view.subscribe(() => {
      const next = view.get().itemId;
      if (next === itemId) return;
      const isFirst = itemId === '';
      itemId = next;
      if (!isFirst) startItem(live);
    });
  }, [live, view]);
}

import { CornerDownLeft } from 'lucide-react';
import { type ReactElement, type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PreviewPlace } from '#shared/contract/documents.ts';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import { chooseText } from '#shared/domain/language.ts';
import { describeError } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';
import { useLanguageNames } from '../../ui/localized.tsx';
import { type PageSpot } from '../../ui/page-spots.ts';
import { PageView, type PageViewHandle } from '../../ui/page-view.tsx';
import { ReadOnlyArea } from '../../ui/read-only.tsx';
import type { Zoom } from '../../ui/zoom-select.tsx';
import styles from './documents.module.css';
import { areasOf, findPlaceAt, findPlaceOf, listPlaces, type Wanted } from './places.ts';
import type { PreviewState } from './preview-feed.ts';
import { usePlaceWords } from './use-place-words.ts';

/** What shall be shown: brought to the upper edge and kept in view, or kept in view only. */
export type Target = Wanted & { isJump: boolean };

export interface DocumentPagesProps {
  preview: PreviewState;
  detail: MeetingDetail;
  zoom: Zoom;
  hasPageList?: boolean;
  target: Target | null;
  /** Somebody chose a paragraph. */
  onGoTo: (place: PreviewPlace) => void;
  initial?: PageSpot | undefined;
  onScroll?: (spot: PageSpot) => void;
}

/** The pages of a document with a way from each paragraph to its row, and a mark on what was asked for. */
export function DocumentPages(props: DocumentPagesProps): ReactElement {
  const { preview, detail, zoom, hasPageList = true, target, onGoTo, initial, onScroll } = props;
  const { t } = useTranslation('export');
  const view = useRef<PageViewHandle>(null);
  const { shown, error } = preview;
  const fileLabel = useFileLabel(detail);
  const wordsOf = usePlaceWords(detail);
  const place = shown && target && findPlaceOf(shown.places, target);
  useFollow(view, target, place);

  return (
    <>
      {error !== null && <p role="alert">{describeError(error)}</p>}
      {shown && target?.isJump && !place && (
        <p className={styles.muted} role="status">
          {t('preview.notHere')}
        </p>
      )}
      {shown && shown.pages.length > 0 && (
        <PageView
          ref={view}
          label={t('preview.title')}
          pages={shown.pages}
          zoom={zoom}
          hasPageList={hasPageList}
          files={shown.files.map((file) => ({ label: fileLabel(file), firstPage: file.firstPage }))}
          initial={initial}
          {...(onScroll && { onScroll })}
          onPress={(spot) => {
            const pressed = findPlaceAt(shown, spot);
            if (pressed) onGoTo(pressed);
          }}
          above={(page) => (
            <>
              <span className={styles.muted} aria-hidden>
                {t('preview.pageOf', { number: page + 1, total: shown.pages.length })}
              </span>
              <GoTo page={page} places={shown.places} wordsOf={wordsOf} onGoTo={onGoTo} />
            </>
          )}
          over={(page) => place && <Marks places={shown.places} place={place} page={page} />}
        />
      )}
    </>
  );
}

/** Brings what is asked for into view when it is asked for, and again when the pages under it have changed. */
function useFollow(
  view: RefObject<PageViewHandle | null>,
  target: Target | null,
  place: PreviewPlace | null | undefined,
): void {
  const shownTarget = useRef<Target | null>(null);
  useEffect(() => {
    if (!place || !target) return;
    const isNew = shownTarget.current !== target;
    shownTarget.current = target;
    // After the pages have got their sizes, and after the place that was left has been put back.
    const frame = requestAnimationFrame(() => {
      if (isNew && target.isJump) view.current?.goTo(place);
      else if (isNew || !target.isJump) view.current?.bringIntoView(place);
    });
    return () => cancelAnimationFrame(frame);
  }, [view, target, place]);
}

interface GoToProps {
  page: number;
  places: readonly PreviewPlace[];
  wordsOf: (place: PreviewPlace) => { label: string; language: PreviewPlace['language'] };
  onGoTo: (place: PreviewPlace) => void;
}

/** The same way for the keyboard: what stands on this page, each with its row. */
function GoTo({ page, places, wordsOf, onGoTo }: GoToProps): ReactElement | null {
  const { t } = useTranslation('export');
  const here = listPlaces(places, page);
  if (here.length === 0) return null;
  return (
    // Going somewhere changes nothing: also in minutes that are agreed.
    <ReadOnlyArea isReadOnly={false}>
      <ChoiceMenu
        label={t('preview.goToOn', { number: page + 1 })}
        choices={here.map((place, index) => ({ id: String(index), ...wordsOf(place) }))}
        onChoose={(index) => {
          const place = here[Number(index)];
          if (place) onGoTo(place);
        }}
      >
        <CornerDownLeft aria-hidden />
        {t('preview.goTo')}
      </ChoiceMenu>
    </ReadOnlyArea>
  );
}

interface MarksProps {
  places: readonly PreviewPlace[];
  place: PreviewPlace;
  page: number;
}

/** How much wider than its text a mark is at each side, as a part of the page's width. */
const markMargin = 0.012;

function Marks({ places, place, page }: MarksProps): ReactElement {
  const part = (value: number): string => `${(value * 100).toFixed(3)}%`;
  return (
    <>
      {areasOf(places, place, page).map(({ left, top, width, height }) => (
        <span
          key={top}
          aria-hidden
          className={styles.mark}
          data-mark
          style={{
            left: part(left - markMargin),
            top: part(top),
            width: part(width + 2 * markMargin),
            height: part(height),
          }}
        />
      ))}
    </>
  );
}

/** Names one of several files: its languages, and the side that keeps it. */
function useFileLabel(detail: MeetingDetail) {
  const { t } = useTranslation('export');
  const uiLanguage = useUiLanguage();
  const names = useLanguageNames();
  const format = useFormat();
  return ({ languages, keeperSideId }: { languages: (keyof typeof names)[]; keeperSideId: string | null }): string => {
    const side = detail.meeting.sides.find(({ id }) => id === keeperSideId);
    const inLanguages = format.list(languages.map((language) => names[language]));
    if (!side) return inLanguages;
    return `${t('preview.copyOf', { side: chooseText(side.name, uiLanguage).text })} · ${inLanguages}`;
  };
}

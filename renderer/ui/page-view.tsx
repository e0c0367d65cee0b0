import {
  Fragment,
  memo,
  type ReactElement,
  type ReactNode,
  type Ref,
  type RefObject,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { isOnScreen, type PageSpot, readSpot, scrollToSpot, showSpot } from './page-spots.ts';
import styles from './svg-pages.module.css';
import { describeZoom, type Zoom } from './zoom-select.tsx';

/** A page as a picture; width and height at 100 %, in CSS pixels. */
export interface PagePicture {
  url: string;
  width: number;
  height: number;
}

export interface PageViewHandle {
  /** Scrolls the pages, and nothing around them, until the spot is near their top. */
  goTo: (spot: PageSpot) => void;
  /** The same, unless the spot is to be seen already. */
  bringIntoView: (spot: PageSpot) => void;
}

export interface PageFile {
  label: string;
  /** Index of its first page. */
  firstPage: number;
}

const oneFile: readonly PageFile[] = [];

export interface PageViewProps {
  /** The accessible name of the list of pages. */
  label: string;
  pages: readonly PagePicture[];
  zoom: Zoom;
  /** Files that the pages belong to, named where there are several. */
  files?: readonly PageFile[];
  /** Whether a way to each page stands beside them. */
  hasPageList?: boolean;
  /** Above a page that is on screen or near it. */
  above?: (page: number) => ReactNode;
  /** Drawn over such a page. */
  over?: (page: number) => ReactNode;
  /** A click on a page; left and top as parts (0–1) of its size. */
  onPress?: (spot: PageSpot & { left: number }) => void;
  /** What is at the upper edge; given back as `initial`, the same is there again. */
  onScroll?: (spot: PageSpot) => void;
  initial?: PageSpot | undefined;
  ref?: Ref<PageViewHandle>;
}

/**
 * Pages as the engine that writes the PDF sets them. Only what is on screen or near it is drawn; place and zoom stay
 * while pages change, and a page that changes stays as it is until the new one is there.
 */
export function PageView(props: PageViewProps): ReactElement {
  const {
    label,
    pages,
    zoom,
    files = oneFile,
    hasPageList = true,
    above,
    over,
    onPress,
    onScroll,
    initial,
    ref,
  } = props;
  const { t } = useTranslation('export');
  const list = useRef<HTMLOListElement>(null);
  const near = useNearPages(list, pages.length);
  const keepPlace = usePlace(list, initial, [zoom, pages.length > 0]);
  useImperativeHandle(ref, () => {
    const goTo = (spot: PageSpot) => {
      if (list.current) showSpot(list.current, spot);
      keepPlace();
    };
    return {
      goTo,
      bringIntoView: (spot) => {
        if (list.current && !isOnScreen(list.current, spot)) goTo(spot);
      },
    };
  });
  const goToPage = useCallback((page: number) => list.current && scrollToSpot(list.current, { page, top: 0 }), []);
  return (
    <div className={styles.preview} data-list={hasPageList || undefined}>
      {hasPageList && <PageList count={pages.length} files={files} onGoTo={goToPage} />}
      <ol
        ref={list}
        className={styles.pages}
        tabIndex={0}
        aria-label={label}
        onScroll={() => {
          const spot = keepPlace();
          if (spot) onScroll?.(spot);
        }}
      >
        {pages.map(({ url, width, height }, index) => {
          const isNear = near.has(index);
          return (
            <li key={index} data-page={index} className={styles.item} style={describeZoom(zoom, width)}>
              {above && <div className={styles.above}>{isNear && above(index)}</div>}
              <div
                className={styles.page}
                style={{ aspectRatio: `${width} / ${height}` }}
                data-sheet
                onClick={(event) => {
                  if (!onPress) return;
                  const box = event.currentTarget.getBoundingClientRect();
                  const left = (event.clientX - box.left) / box.width;
                  onPress({ page: index, left, top: (event.clientY - box.top) / box.height });
                }}
              >
                {isNear && <img src={url} alt={t('preview.page', { number: index + 1 })} draggable={false} />}
                {isNear && over?.(index)}
              </div>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

interface PageListProps {
  count: number;
  files: readonly PageFile[];
  onGoTo: (page: number) => void;
}

/** Hundreds of buttons, which are not drawn anew while one scrolls. */
const PageList = memo(function PageList({ count, files, onGoTo }: PageListProps) {
  const { t } = useTranslation('export');
  const labels = new Map(files.length > 1 ? files.map(({ firstPage, label }) => [firstPage, label]) : []);
  return (
    <nav aria-label={t('preview.pages')} className={styles.pageList}>
      {Array.from({ length: count }, (_, index) => (
        <Fragment key={index}>
          {labels.has(index) && <span className={styles.fileLabel}>{labels.get(index)}</span>}
          <Button
            kind="quiet"
            isForReading
            aria-label={t('preview.page', { number: index + 1 })}
            onPress={() => onGoTo(index)}
          >
            {index + 1}
          </Button>
        </Fragment>
      ))}
    </nav>
  );
});

/** Indexes of the pages on screen and of those about a screen above and below. */
function useNearPages(list: RefObject<HTMLElement | null>, count: number): ReadonlySet<number> {
  const [near, setNear] = useState<ReadonlySet<number>>(new Set());
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      (entries) =>
        setNear((before) => {
          const next = new Set(before);
          for (const { target, isIntersecting } of entries) {
            const index = Number((target as HTMLElement).dataset.page);
            if (isIntersecting) next.add(index);
            else next.delete(index);
          }
          return next;
        }),
      { root: element, rootMargin: '100% 0px' },
    );
    for (const page of element.children) observer.observe(page);
    return () => observer.disconnect();
  }, [list, count]);
  return near;
}

/** Keeps what is at the upper edge there when sizes change; answers how to note it after scrolling. */
function usePlace(
  list: RefObject<HTMLElement | null>,
  initial: PageSpot | undefined,
  [zoom, hasPages]: readonly [Zoom, boolean],
): () => PageSpot | undefined {
  const place = useRef(initial);
  useLayoutEffect(() => {
    const element = list.current;
    if (!element || !hasPages) return;
    const restore = () => {
      if (place.current) scrollToSpot(element, place.current);
    };
    restore();
    const observer = new ResizeObserver(restore);
    observer.observe(element);
    return () => observer.disconnect();
  }, [list, zoom, hasPages]);
  return () => {
    if (list.current) place.current = readSpot(list.current);
    return place.current;
  };
}

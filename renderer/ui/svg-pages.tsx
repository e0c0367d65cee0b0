import { type ReactElement, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { Select } from './select.tsx';
import styles from './svg-pages.module.css';

/** Widths of a page on screen; A4 is 210 mm, which CSS counts as 794 px. */
const zooms = { fit: '100%', half: '397px', normal: '794px', large: '1191px', double: '1588px' } as const;
export type Zoom = keyof typeof zooms;

/** How large the pages of {@link SvgPages} are. */
export function ZoomSelect({ value, onChange }: { value: Zoom; onChange: (zoom: Zoom) => void }): ReactElement {
  const { t } = useTranslation('minutes');
  return (
    <div className={styles.zoom}>
      <Select
        label={t('preview.zoom')}
        isLabelHidden
        value={value}
        onChange={onChange}
        options={[
          { id: 'fit', label: t('preview.fit') },
          { id: 'half', label: '50 %' },
          { id: 'normal', label: '100 %' },
          { id: 'large', label: '150 %' },
          { id: 'double', label: '200 %' },
        ]}
      />
    </div>
  );
}

export interface SvgPagesProps {
  /** The accessible name of the list of pages. */
  label: string;
  /** Each page as an SVG document. */
  pages: readonly string[];
  zoom: Zoom;
}

/** Pages as the engine that writes the PDF sets them, with a way to each of them. */
export function SvgPages({ label, pages, zoom }: SvgPagesProps): ReactElement {
  const { t } = useTranslation('minutes');
  const list = useRef<HTMLOListElement>(null);
  const addresses = useAddresses(pages);
  const goTo = (index: number) => list.current?.children[index]?.scrollIntoView({ block: 'start' });
  return (
    <div className={styles.preview}>
      <nav aria-label={t('preview.pages')} className={styles.pageList}>
        {addresses.map((_, index) => (
          <Button
            key={index}
            kind="quiet"
            isForReading
            aria-label={t('preview.page', { number: index + 1 })}
            onPress={() => goTo(index)}
          >
            {index + 1}
          </Button>
        ))}
      </nav>
      <ol ref={list} className={styles.pages} tabIndex={0} aria-label={label}>
        {addresses.map((address, index) => (
          <li key={index}>
            <img
              src={address}
              alt={t('preview.page', { number: index + 1 })}
              className={styles.page}
              style={{ width: zooms[zoom] }}
            />
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Each page under an address of its own: an `<img>` runs no script and needs no markup from elsewhere in this page. */
function useAddresses(pages: readonly string[]): string[] {
  const addresses = useMemo(
    () => pages.map((page) => URL.createObjectURL(new Blob([page], { type: 'image/svg+xml' }))),
    [pages],
  );
  useEffect(
    () => () => {
      for (const address of addresses) URL.revokeObjectURL(address);
    },
    [addresses],
  );
  return addresses;
}

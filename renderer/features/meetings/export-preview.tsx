import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentOptions } from '#shared/contract/documents.ts';
import { query } from '../../app/api.ts';
import { describeError } from '../../app/errors.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import styles from './export-tab.module.css';

/** Widths of a page on screen; A4 is 210 mm, which CSS counts as 794 px. */
const zooms = { fit: '100%', half: '397px', normal: '794px', large: '1191px', double: '1588px' } as const;
type Zoom = keyof typeof zooms;

/** The pages as the engine that writes the PDF sets them. */
export function ExportPreview({ options }: { options: DocumentOptions }): ReactElement {
  const { t } = useTranslation('minutes');
  const [zoom, setZoom] = useState<Zoom>('fit');
  const pages = useRef<HTMLOListElement>(null);
  const { data, error, isFetching } = useQuery({
    ...query.documents.preview.queryOptions({ input: options }),
    placeholderData: (before) => before,
    // Pages weigh megabytes; a preview that is no longer looked at is not worth keeping.
    gcTime: 0,
  });
  const addresses = useAddresses(data?.pages);
  const goTo = (index: number) => pages.current?.children[index]?.scrollIntoView({ block: 'start' });
  return (
    <Section
      title={t('preview.title')}
      actions={
        <div className={styles.zoom}>
          <span role="status" className={styles.muted}>
            {isFetching ? t('preview.making') : addresses.length > 0 && t('export.pages', { count: addresses.length })}
          </span>
          <Select
            label={t('preview.zoom')}
            isLabelHidden
            value={zoom}
            onChange={setZoom}
            options={[
              { id: 'fit', label: t('preview.fit') },
              { id: 'half', label: '50 %' },
              { id: 'normal', label: '100 %' },
              { id: 'large', label: '150 %' },
              { id: 'double', label: '200 %' },
            ]}
          />
        </div>
      }
    >
      {error && <p role="alert">{describeError(error)}</p>}
      {addresses.length > 0 && (
        <div className={styles.preview}>
          <nav aria-label={t('preview.pages')} className={styles.pageList}>
            {addresses.map((_, index) => (
              <Button
                key={index}
                kind="quiet"
                aria-label={t('preview.page', { number: index + 1 })}
                onPress={() => goTo(index)}
              >
                {index + 1}
              </Button>
            ))}
          </nav>
          <ol ref={pages} className={styles.pages} tabIndex={0} aria-label={t('preview.title')}>
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
      )}
    </Section>
  );
}

/** Each page under an address of its own: an `<img>` runs no script and needs no markup from elsewhere in this page. */
function useAddresses(pages: readonly string[] | undefined): string[] {
  const addresses = useMemo(
    () => (pages ?? []).map((page) => URL.createObjectURL(new Blob([page], { type: 'image/svg+xml' }))),
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

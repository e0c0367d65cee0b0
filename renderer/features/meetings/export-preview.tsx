import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentRequest } from '#shared/contract/documents.ts';
import { query } from '../../app/api.ts';
import { describeError } from '../../app/errors.ts';
import { Section } from '../../ui/section.tsx';
import { SvgPages, type Zoom, ZoomSelect } from '../../ui/svg-pages.tsx';
import styles from './export-tab.module.css';

/** The pages as the engine that writes the PDF sets them. */
export function ExportPreview({ options }: { options: DocumentRequest }): ReactElement {
  const { t } = useTranslation('minutes');
  const [zoom, setZoom] = useState<Zoom>('fit');
  const { data, error, isFetching } = useQuery({
    ...query.documents.preview.queryOptions({ input: options }),
    placeholderData: (before) => before,
    // Pages weigh megabytes; a preview that is no longer looked at is not worth keeping.
    gcTime: 0,
  });
  const pages = data?.pages ?? [];
  return (
    <Section
      title={t('preview.title')}
      actions={
        <div className={styles.zoom}>
          <span role="status" className={styles.muted}>
            {isFetching ? t('preview.making') : pages.length > 0 && t('export.pages', { count: pages.length })}
          </span>
          <ZoomSelect value={zoom} onChange={setZoom} />
        </div>
      }
    >
      {error && <p role="alert">{describeError(error)}</p>}
      {data && data.pages.length > 0 && <SvgPages label={t('preview.title')} pages={data.pages.map(({ svg = '' }) => svg)} zoom={zoom} />}
    </Section>
  );
}

import type { CSSProperties, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from './select.tsx';
import styles from './svg-pages.module.css';

/** How large pages are: as wide as there is room, or a part of their real size. */
const factors = { fit: null, half: 0.5, threeQuarters: 0.75, normal: 1, large: 1.5, double: 2 } as const;
export type Zoom = keyof typeof factors;

/** `width` of a page at 100 %, in CSS pixels. */
export function describeZoom(zoom: Zoom, width: number): CSSProperties {
  const factor = factors[zoom];
  return { width: factor === null ? '100%' : `${Math.round(width * factor)}px` };
}

export function ZoomSelect({ value, onChange }: { value: Zoom; onChange: (zoom: Zoom) => void }): ReactElement {
  const { t } = useTranslation('export');
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
          { id: 'threeQuarters', label: '75 %' },
          { id: 'normal', label: '100 %' },
          { id: 'large', label: '150 %' },
          { id: 'double', label: '200 %' },
        ]}
      />
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type ReactElement, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentRequest, PreviewPlace } from '#shared/contract/documents.ts';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { useStore } from '../../app/store.ts';
import { IconButton } from '../../ui/button.tsx';
import { useLanguageNames } from '../../ui/localized.tsx';
import { ReadOnlyArea } from '../../ui/read-only.tsx';
import { Select } from '../../ui/select.tsx';
import { ZoomSelect } from '../../ui/zoom-select.tsx';
import { meetingOptions } from '../meetings/index.ts';
import { DocumentPages, type Target } from './document-pages.tsx';
import styles from './preview-pane.module.css';
import { paneStore } from './remembered.ts';
import { usePreview } from './use-preview.ts';

export interface PreviewPaneProps {
  meetingId: string;
  /** The record that an element of the screen belongs to, so that the pages follow the focus; null: none. */
  idOf: (element: Element) => string | null;
  /** Somebody chose a paragraph. */
  onGoTo: (place: PreviewPlace) => void;
  /** Absent: what it stands in has a title and closes it. */
  onClose?: () => void;
}

/** The real pages of the minutes beside their text, in one language, while it is written. Never takes the focus. */
export function PreviewPane({ meetingId, ...props }: PreviewPaneProps): ReactElement | null {
  const { data } = useQuery(meetingOptions(meetingId));
  return data ? <Pane key={meetingId} detail={data.detail} {...props} /> : null;
}

interface PaneProps extends Omit<PreviewPaneProps, 'meetingId'> {
  detail: MeetingDetail;
}

function Pane({ detail, idOf, onGoTo, onClose }: PaneProps): ReactElement {
  const { t } = useTranslation('export');
  const id = useId();
  const names = useLanguageNames();
  const uiLanguage = useUiLanguage();
  const settings = useStore(paneStore);
  const { meeting } = detail;
  const offered: readonly Language[] = meeting.workingLanguages.length > 0 ? meeting.workingLanguages : languages;
  const [first = uiLanguage] = offered;
  const usual = offered.includes(uiLanguage) ? uiLanguage : first;
  const language = settings.language ?? usual;
  const request: DocumentRequest = { meetingId: meeting.id, languages: [language] };
  const preview = usePreview(request);
  const target = useFocused(idOf, language);
  return (
    <section
      className={styles.pane}
      data-pane="preview"
      tabIndex={-1}
      {...(onClose ? { 'aria-labelledby': id } : { 'aria-label': t('preview.show') })}
    >
      <ReadOnlyArea isReadOnly={false}>
        <div className={styles.head}>
          {onClose && (
            <h2 id={id} className={styles.title}>
              {t('preview.show')}
            </h2>
          )}
          <div className={styles.field}>
            <Select
              label={t('preview.language')}
              isLabelHidden
              value={language}
              onChange={(chosen) => paneStore.set({ ...settings, language: chosen })}
              options={languages.map((one) => ({ id: one, label: names[one] }))}
            />
          </div>
          <ZoomSelect value={settings.zoom} onChange={(zoom) => paneStore.set({ ...settings, zoom })} />
          {onClose && <IconButton label={t('preview.close')} icon={<X aria-hidden />} onPress={onClose} />}
        </div>
        {preview.shown === null && preview.error === null && (
          <p className={styles.waiting} role="status">
            {t('preview.making')}
          </p>
        )}
        <div className={styles.pages}>
          <DocumentPages
            preview={preview}
            detail={detail}
            zoom={settings.zoom}
            hasPageList={false}
            target={target}
            onGoTo={onGoTo}
          />
        </div>
      </ReadOnlyArea>
    </section>
  );
}

/** The row that has the focus, or had it last. */
function useFocused(idOf: PreviewPaneProps['idOf'], language: Language): Target | null {
  const [id, setId] = useState<string | null>(() => document.activeElement && idOf(document.activeElement));
  useEffect(() => {
    const follow = (event: FocusEvent) => {
      const focused = event.target instanceof Element ? idOf(event.target) : null;
      if (focused !== null) setId(focused);
    };
    document.addEventListener('focusin', follow);
    return () => document.removeEventListener('focusin', follow);
  }, [idOf]);
  const [target, setTarget] = useState<Target | null>(null);
  if (id !== null && (target?.id !== id || target.language !== language)) setTarget({ id, language, isJump: false });
  return target;
}

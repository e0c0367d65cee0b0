import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '#shared/contract/entries.ts';
import { useStore } from '../../../app/store.ts';
import { Conflict } from '../conflict.tsx';
import { useLive } from '../live/context.ts';

/** What is wrong with the text in the capture row, if anything. */
export function CaptureNotices(props: {
  entry: Entry | undefined;
  className: string | undefined;
}): ReactElement | null {
  const { entry, className } = props;
  return entry === undefined ? null : <Notices entry={entry} className={className} />;
}

function Notices({ entry, className }: { entry: Entry; className: string | undefined }): ReactElement {
  const { t } = useTranslation('common');
  const { session } = useLive();
  const buffer = session.text(entry.id, entry.sourceLanguage);
  const { isTooLong, conflict } = useStore(buffer.state);
  return (
    <>
      {isTooLong && (
        <p className={className} role="alert">
          {t('field.tooLong')}
        </p>
      )}
      {conflict && <Conflict text={conflict.text} language={entry.sourceLanguage} buffer={buffer} />}
    </>
  );
}

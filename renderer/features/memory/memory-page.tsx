import { useQuery } from '@tanstack/react-query';
import { FileDown, FileUp, X } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemorySource } from '#shared/contract/memory.ts';
import { api, query } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { undo } from '../../app/history.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { Page } from '../../app/page.tsx';
import { useSaveFile } from '../../app/use-save-file.ts';
import { Button, ButtonLink, IconButton } from '../../ui/button.tsx';
import frameStyles from '../../ui/list-frame.module.css';
import { Section } from '../../ui/section.tsx';
import { RegisterTabs } from '../registers/index.ts';
import { ConcordanceSection } from './concordance-section.tsx';
import styles from './memory.module.css';

/** What the translation memory holds, and how words were put before. */
export function MemoryPage(): ReactElement {
  const { t } = useTranslation('memory');
  const { data, error } = useQuery(query.memory.status.queryOptions());
  if (error) throw error;
  const isEmpty = data?.meetingUnits === 0 && data.sources.length === 0;
  return (
    <Page title={t('title')}>
      <RegisterTabs />
      {isEmpty ? (
        <div className={frameStyles.empty}>
          <p>{t('empty')}</p>
          <p>{t('emptyImport')}</p>
          <ImportLink />
        </div>
      ) : (
        <>
          <ConcordanceSection />
          {data && <Contents meetingUnits={data.meetingUnits} sources={data.sources} />}
        </>
      )}
    </Page>
  );
}

function ImportLink(): ReactElement {
  const { t } = useTranslation('memory');
  return (
    <ButtonLink href="/registers/memory/import">
      <FileUp aria-hidden />
      {t('import.open')}
    </ButtonLink>
  );
}

interface ContentsProps {
  meetingUnits: number;
  sources: readonly MemorySource[];
}

function Contents({ meetingUnits, sources }: ContentsProps): ReactElement {
  const { t } = useTranslation('memory');
  const format = useFormat();
  const save = useSaveFile();
  const [isSaving, setSaving] = useState(false);
  const exportAll = async () => {
    setSaving(true);
    await save(() => api.memory.exportTmx({ meetingId: null }));
    setSaving(false);
  };
  return (
    <Section
      title={t('contents.title')}
      actions={
        <div className={styles.actions}>
          <ImportLink />
          <Button onPress={() => void (isSaving || exportAll())}>
            <FileDown aria-hidden />
            {isSaving ? t('export.busy') : t('export.run')}
          </Button>
        </div>
      }
    >
      <p>{t('contents.meetings', { count: meetingUnits, formatted: format.number(meetingUnits) })}</p>
      {sources.length > 0 && <Sources sources={sources} />}
    </Section>
  );
}

function Sources({ sources }: { sources: readonly MemorySource[] }): ReactElement {
  const { t } = useTranslation(['memory', 'common']);
  const format = useFormat();
  const remove = async ({ id, name }: MemorySource) => {
    try {
      await api.memory.removeSource({ id });
      notify(t('memory:contents.removed', { name }), { label: t('common:undo'), run: () => void undo() });
    } catch (error) {
      notifyError(error);
    }
  };
  return (
    <table className={styles.sources} aria-label={t('memory:contents.files')}>
      <thead>
        <tr>
          <th scope="col">{t('memory:contents.file')}</th>
          <th scope="col">{t('memory:contents.units')}</th>
          <th scope="col">{t('memory:contents.imported')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <tr key={source.id}>
            <th scope="row" translate="no">
              {source.name}
            </th>
            <td>{format.number(source.units)}</td>
            <td>{format.moment(source.importedAtMs)}</td>
            <td>
              <IconButton
                label={t('memory:contents.remove', { name: source.name })}
                icon={<X aria-hidden />}
                onPress={() => void remove(source)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

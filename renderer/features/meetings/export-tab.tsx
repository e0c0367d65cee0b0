import { FileDown } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { documentFormats, type DocumentRequest, type ExportedFile } from '#shared/contract/documents.ts';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import { languages } from '#shared/domain/language.ts';
import { api, desktop } from '../../app/api.ts';
import { notifyError } from '../../app/notify.ts';
import { flushAll } from '../../app/saving.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { useLanguageNames } from '../../ui/localized.tsx';
import { Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { ExportCheck } from './export-check.tsx';
import { ExportPreview } from './export-preview.tsx';
import { ExportResults, type SavedFile } from './export-results.tsx';
import styles from './export-tab.module.css';
import rowStyles from './rows.module.css';
import { useMeeting } from './use-meeting.ts';

export function ExportTab(): ReactElement | null {
  const reading = useMeeting();
  if (!reading) return null;
  return <Export key={reading.detail.meeting.id} detail={reading.detail} />;
}

type Format = ExportedFile['format'];
const formatKeys = { pdf: 'format.pdf', docx: 'format.docx', md: 'format.pdf' } as const;

function Export({ detail }: { detail: MeetingDetail }): ReactElement {
  const { t } = useTranslation('minutes');
  const names = useLanguageNames();
  const [options, setOptions] = useState<DocumentRequest>({
    meetingId: detail.meeting.id,
    languages: [...languages],
    layout: 'single',
  });
  const [formats, setFormats] = useState<Format[]>(['pdf', 'docx']);
  const [isBusy, setBusy] = useState(false);
  const [results, setResults] = useState<SavedFile[]>([]);
  const canExport = options.languages.length > 0 && formats.length > 0;

  const run = async () => {
    setBusy(true);
    setResults([]);
    try {
      await flushAll();
      const made = await api.documents.export({ ...options, formats });
      const [only] = made;
      if (made.length === 1 && only !== undefined) {
        const { saved, location } = await desktop.saveFile(only.file);
        setResults([{ ...only, saved, location }]);
      } else {
        const { saved, location } = await desktop.saveFiles(made.map(({ file }) => file));
        setResults(made.map((one, index) => ({ ...one, saved: index < saved, location })));
      }
    } catch (error) {
      notifyError(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className={styles.export}>
      <div className={styles.options}>
        <Section title={t('export.options')}>
          <fieldset className={rowStyles.checks}>
            <legend className={rowStyles.legend}>{t('export.languages')}</legend>
            {languages.map((language) => (
              <Checkbox
                key={language}
                label={names[language]}
                value={options.languages.includes(language)}
                onChange={(isWanted) =>
                  setOptions({
                    ...options,
                    languages: languages.filter((other) =>
                      other === language ? isWanted : options.languages.includes(other),
                    ),
                  })
                }
              />
            ))}
          </fieldset>
          <Select
            label={t('export.layout')}
            value={options.layout ?? 'single'}
            onChange={(layout) => setOptions({ ...options, layout })}
            options={[
              { id: 'single', label: t('export.single') },
              { id: 'sequential', label: t('export.sequential') },
            ]}
          />
          <fieldset className={rowStyles.checks}>
            <legend className={rowStyles.legend}>{t('export.formats')}</legend>
            {documentFormats.map((format) => (
              <Checkbox
                key={format}
                label={t(formatKeys[format])}
                value={formats.includes(format)}
                onChange={(isWanted) =>
                  setFormats(documentFormats.filter((other) => (other === format ? isWanted : formats.includes(other))))
                }
              />
            ))}
          </fieldset>
          {!canExport && <p className={rowStyles.muted}>{t('export.chooseSomething')}</p>}
          <div>
            <Button kind="primary" isDisabled={!canExport} isPending={isBusy} onPress={() => void run()}>
              <FileDown aria-hidden />
              {isBusy ? t('export.busy') : t('export.run')}
            </Button>
          </div>
          <div role="status">{results.length > 0 && <ExportResults files={results} />}</div>
        </Section>
        {options.languages.length > 0 && <ExportCheck options={options} />}
      </div>
      {options.languages.length > 0 && <ExportPreview options={options} />}
    </div>
  );
}

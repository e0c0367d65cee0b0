import { FileDown } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type GlossaryFormat, glossaryFormats } from '#shared/contract/glossary.ts';
import { api } from '../../app/api.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { useSaveFile } from '../../app/use-save-file.ts';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';

const formatKeys = { xlsx: 'export.xlsx', csv: 'export.csv' } as const satisfies Record<GlossaryFormat, string>;

/** Saves the whole glossary as a table; the heads of its columns are in the interface language. */
export function ExportMenu(): ReactElement {
  const { t } = useTranslation('glossary');
  const language = useUiLanguage();
  const save = useSaveFile();
  return (
    <ChoiceMenu<GlossaryFormat>
      label={t('export.open')}
      kind="normal"
      choices={glossaryFormats.map((format) => ({ id: format, label: t(formatKeys[format]) }))}
      onChoose={(format) => void save(() => api.glossary.export({ format, language }))}
    >
      <FileDown aria-hidden />
      {t('export.open')}
    </ChoiceMenu>
  );
}

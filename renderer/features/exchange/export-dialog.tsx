import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ExchangeFormat, exchangeFormats, type ExchangeKind } from '#shared/contract/exchange.ts';
import { languages } from '#shared/domain/language.ts';
import { api, desktop } from '../../app/api.ts';
import { describeError } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { flushAll } from '../../app/saving.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useLanguageNames } from '../../ui/localized.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Select } from '../../ui/select.tsx';
import styles from './exchange.module.css';

const formatKeys = {
  csv: { name: 'export.csv', use: 'export.csvUse' },
  xlsx: { name: 'export.xlsx', use: 'export.xlsxUse' },
  vcard4: { name: 'export.vcard4', use: 'export.vcard4Use' },
  vcard3: { name: 'export.vcard3', use: 'export.vcard3Use' },
} as const satisfies Record<ExchangeFormat, object>;

export interface Exported {
  kind: ExchangeKind;
  /** Only these records, e.g. those that a filter shows. Default: the whole register. */
  ids?: string[];
}

export interface ExportDialogProps extends Exported {
  onClose: () => void;
}

/** The format of the file, with what each is good for. */
export function ExportDialog({ kind, ids, onClose }: ExportDialogProps): ReactElement {
  const { t } = useTranslation('exchange');
  const { t: common } = useTranslation('common');
  const format = useFormat();
  const names = useLanguageNames();
  const uiLanguage = useUiLanguage();
  const [chosen, setChosen] = useState<ExchangeFormat>('xlsx');
  const [language, setLanguage] = useState(uiLanguage);
  const [isRaw, setRaw] = useState(false);
  const isCard = chosen === 'vcard4' || chosen === 'vcard3';

  const exporting = useMutation({
    mutationFn: async () => {
      await flushAll();
      const raw = chosen === 'csv' && isRaw;
      return desktop.saveFile(await api.exchange.export({ kind, format: chosen, language, raw, ...(ids && { ids }) }));
    },
    onSuccess: ({ saved, location }) => {
      if (!saved) return;
      onClose();
      notify(
        t('export.done'),
        location === undefined
          ? undefined
          : { label: t('export.show'), run: () => void desktop.showInFolder(location).catch(notifyError) },
      );
    },
  });

  return (
    <Dialog
      title={kind === 'people' ? t('export.people') : t('export.organizations')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button kind="primary" isPending={exporting.isPending} onPress={() => exporting.mutate()}>
            {exporting.isPending ? t('export.busy') : t('export.run')}
          </Button>
        </>
      }
    >
      {ids && <p>{t('export.some', { count: ids.length, formatted: format.number(ids.length) })}</p>}
      <RadioGroup
        label={t('export.format')}
        value={chosen}
        onChange={setChosen}
        options={exchangeFormats.map((id) => ({ id, label: t(formatKeys[id].name), hint: t(formatKeys[id].use) }))}
      />
      <Select
        label={isCard ? t('export.firstLanguage') : t('export.headLanguage')}
        value={language}
        onChange={setLanguage}
        options={languages.map((code) => ({ id: code, label: names[code] }))}
      />
      {chosen === 'csv' && (
        <div>
          <Checkbox label={t('export.raw')} value={isRaw} onChange={setRaw} />
          <p className={styles.muted}>{t('export.rawHint')}</p>
        </div>
      )}
      {exporting.error && <p role="alert">{describeError(exporting.error)}</p>}
    </Dialog>
  );
}

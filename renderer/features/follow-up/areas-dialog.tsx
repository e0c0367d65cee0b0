import { useQuery } from '@tanstack/react-query';
import { Plus, Tags, X } from 'lucide-react';
import { type ReactElement, useMemo, useRef, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { type Area, area as areaSchema } from '#shared/contract/follow-up.ts';
import { chooseText, emptyText } from '#shared/domain/language.ts';
import { api, query } from '../../app/api.ts';
import { describeError } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { undo } from '../../app/history.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { notify } from '../../app/notify.ts';
import { useAutosaveForm } from '../../app/use-autosave-form.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import fieldStyles from '../../ui/field.module.css';
import { LocalizedField } from '../../ui/localized.tsx';
import styles from './areas.module.css';
import { useFocusAfterRemoval } from './use-focus-after-removal.ts';

/** Opens the list of areas. */
export function AreasButton(): ReactElement {
  const { t } = useTranslation('follow-up');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <Tags aria-hidden />
        {t('areas.open')}
      </Button>
      {isOpen && <AreasDialog onClose={() => setOpen(false)} />}
    </>
  );
}

/** The list of areas that all records share: other names, and away with those that nothing has. */
export function AreasDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation(['follow-up', 'common']);
  const { data, error } = useQuery(query.areas.list.queryOptions());
  if (error) throw error;
  return (
    <Dialog
      title={t('follow-up:areas.title')}
      isOpen
      isWide
      onClose={onClose}
      footer={<Button onPress={onClose}>{t('common:close')}</Button>}
    >
      <p className={fieldStyles.hint}>{t('follow-up:areas.help')}</p>
      {data && <AreaList areas={data} />}
    </Dialog>
  );
}

interface ListedArea extends Area {
  uses: number;
}

function AreaList({ areas }: { areas: readonly ListedArea[] }): ReactElement {
  const { t } = useTranslation('follow-up');
  const language = useUiLanguage();
  const format = useFormat();
  const list = useRef<HTMLUListElement>(null);
  const add = useRef<HTMLDivElement>(null);
  /** Begun here: a row stays where it was begun, before and after its first letter. */
  const [begun, setBegun] = useState<ListedArea[]>([]);
  // Sorted once, so that no row moves away from under the fingers while it is renamed.
  const [order] = useState(
    () =>
      new Map(
        [...areas]
          .sort((a, b) => format.compare(chooseText(a.name, language).text, chooseText(b.name, language).text))
          .map(({ id }, index) => [id, index]),
      ),
  );
  const rows = useMemo(() => {
    const isBegun = ({ id }: Area) => begun.some((one) => one.id === id);
    const stored = areas
      .filter((area) => !isBegun(area))
      .toSorted((a, b) => (order.get(a.id) ?? order.size) - (order.get(b.id) ?? order.size));
    return [...stored, ...begun.map((one) => areas.find(({ id }) => id === one.id) ?? one)];
  }, [areas, begun, order]);
  const focusAfter = useFocusAfterRemoval(list, rows.length, () => add.current?.querySelector('button')?.focus());

  return (
    <>
      {rows.length === 0 && <p>{t('areas.noneYet')}</p>}
      <ul ref={list} className={styles.list}>
        {rows.map((area, index) => (
          <AreaRow
            key={area.id}
            area={area}
            number={index + 1}
            isBegun={begun.some(({ id }) => id === area.id)}
            remove={async () => {
              const wasStored = areas.some(({ id }) => id === area.id);
              focusAfter(index);
              if (wasStored) await api.areas.remove({ id: area.id });
              setBegun((before) => before.filter(({ id }) => id !== area.id));
              return wasStored;
            }}
          />
        ))}
      </ul>
      <div ref={add}>
        <Button onPress={() => setBegun([...begun, { id: newId(), name: emptyText(), uses: 0 }])}>
          <Plus aria-hidden />
          {t('areas.begin')}
        </Button>
      </div>
    </>
  );
}

interface AreaRowProps {
  area: ListedArea;
  number: number;
  isBegun: boolean;
  /** Whether there was anything to remove in the store. */
  remove: () => Promise<boolean>;
}

function AreaRow({ area, number, isBegun, remove }: AreaRowProps): ReactElement {
  const { t } = useTranslation(['follow-up', 'common']);
  const language = useUiLanguage();
  const row = useRef<HTMLLIElement>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { id, name, uses } = area;
  const record = useMemo((): Area => ({ id, name }), [id, name]);
  const form = useAutosaveForm<Area>({ record, schema: areaSchema, save: (_, all) => api.areas.save(all) });
  const typed = chooseText(useWatch({ control: form.control, name: 'name' }), language).text;
  const [isNew] = useState(isBegun);
  const press = async () => {
    try {
      await form.flush();
      if (!(await remove())) return;
      notify(t('follow-up:areas.removed', { name: typed }), { label: t('common:undo'), run: () => void undo() });
    } catch (error) {
      setRefusal(describeError(error));
    }
  };
  return (
    <li
      ref={(element) => {
        if (isNew && row.current === null) element?.querySelector<HTMLElement>('input, textarea')?.focus();
        row.current = element;
      }}
      className={styles.row}
    >
      <LocalizedField
        label={typed === '' ? t('follow-up:areas.numbered', { number }) : typed}
        register={(code) => form.register(`name.${code}`)}
        error={(code) => form.issue(`name.${code}`)}
      />
      <span className={styles.uses}>{t('follow-up:areas.uses', { count: uses })}</span>
      <span data-removal>
        <IconButton
          label={t('follow-up:areas.remove', { name: typed === '' ? number : typed })}
          icon={<X aria-hidden />}
          onPress={() => void press()}
        />
      </span>
      <p role="alert" className={styles.refusal}>
        {refusal}
      </p>
    </li>
  );
}

import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { timelineKinds } from '#shared/contract/timeline.ts';
import { chooseText, languages, languageTags, type LocalizedText } from '#shared/domain/language.ts';
import { query } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { AddPicker } from '../../ui/add-picker.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { DateField } from '../../ui/date-field.tsx';
import type { PickerItem } from '../../ui/picker.tsx';
import { useOrganizationItems } from '../organizations/index.ts';
import { kindsKeys } from './labels.ts';
import { MarkShape } from './mark-shape.tsx';
import { isFiltered, type TimelineSearch } from './search.ts';
import styles from './timeline.module.css';

export interface FilterProps {
  search: TimelineSearch;
  onChange: (change: Partial<TimelineSearch>) => void;
}

/** Which kinds there are; their marks with the words are the legend as well. */
export function KindFilter({ search, onChange }: FilterProps): ReactElement {
  const { t } = useTranslation('timeline');
  const chosen = search.kinds ?? timelineKinds;
  return (
    <div role="group" aria-label={t('filter.kinds')} className={styles.kinds}>
      {timelineKinds.map((kind) => (
        <Checkbox
          key={kind}
          label={
            <span className={styles.kindLabel}>
              <MarkShape kind={kind} />
              {t(kindsKeys[kind])}
            </span>
          }
          value={chosen.includes(kind)}
          // Nothing chosen would be an empty screen that says nothing: it means all again.
          onChange={(isOn) => {
            const kinds = timelineKinds.filter((other) => (other === kind ? isOn : chosen.includes(other)));
            onChange({ kinds });
          }}
        />
      ))}
    </div>
  );
}

/** Period, partners, areas, groups; what is chosen stands below, each with a way to take it out. */
export function RecordFilters({ search, onChange }: FilterProps): ReactElement {
  const { t } = useTranslation('timeline');
  const partners = useOrganizationItems();
  const groups = useNamedItems(useQuery(query.groups.list.queryOptions()).data);
  const areas = useNamedItems(useQuery(query.areas.list.queryOptions()).data);
  const filters = [
    { key: 'partners', label: t('filter.partner'), items: partners },
    { key: 'areas', label: t('filter.area'), items: areas },
    { key: 'groups', label: t('filter.group'), items: groups },
  ] as const;
  const chosen = filters.flatMap(({ key, label, items }) =>
    (search[key] ?? []).map((id) => ({ key, label, id, item: items.find((item) => item.id === id) })),
  );
  return (
    <>
      <div className={styles.filters}>
        {filters.map(({ key, label, items }) => {
          const ids = search[key] ?? [];
          return (
            <div key={key} className={styles.filter}>
              <AddPicker
                label={label}
                items={items.filter(({ id }) => !ids.includes(id))}
                onAdd={(id) => onChange({ [key]: [...ids, id] })}
              />
            </div>
          );
        })}
        <div className={styles.day}>
          <DateField
            label={t('filter.from')}
            value={search.from ?? null}
            onChange={(from) => onChange({ from: from ?? undefined })}
          />
        </div>
        <div className={styles.day}>
          <DateField
            label={t('filter.to')}
            value={search.to ?? null}
            onChange={(to) => onChange({ to: to ?? undefined })}
          />
        </div>
      </div>
      {isFiltered(search) && (
        <div className={styles.chosen}>
          {chosen.map(({ key, label, id, item }) => (
            <Button
              key={`${key} ${id}`}
              kind="quiet"
              aria-label={t('filter.remove', { what: `${label}: ${item?.label ?? ''}` })}
              onPress={() => onChange({ [key]: (search[key] ?? []).filter((other) => other !== id) })}
            >
              {label}: <span {...(item?.language && { lang: languageTags[item.language] })}>{item?.label ?? '…'}</span>
              <X aria-hidden />
            </Button>
          ))}
          <Button
            kind="quiet"
            onPress={() => onChange({ kinds: [], from: undefined, to: undefined, partners: [], areas: [], groups: [] })}
          >
            {t('filter.clear')}
          </Button>
        </div>
      )}
    </>
  );
}

/** Areas or groups by name; those without one stay out. */
function useNamedItems(records: readonly { id: string; name: LocalizedText }[] | undefined): PickerItem[] {
  const language = useUiLanguage();
  const format = useFormat();
  return useMemo(
    () =>
      (records ?? [])
        .map(({ id, name }) => {
          const chosen = chooseText(name, language);
          const searchText = languages.map((other) => name[other]).join(' ');
          return { id, label: chosen.text, language: chosen.language, searchText };
        })
        .filter(({ label }) => label !== '')
        .sort((a, b) => format.compare(a.label, b.label)),
    [records, language, format],
  );
}

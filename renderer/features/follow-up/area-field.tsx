import { useQuery } from '@tanstack/react-query';
import { ChevronDown, Plus, X } from 'lucide-react';
import { type ReactElement, useMemo, useRef, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Button, ComboBox, Group, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { v7 as newId } from 'uuid';
import { type Area, area as areaSchema, type areaHolderKinds } from '#shared/contract/follow-up.ts';
import { listOf } from '#shared/contract/fields.ts';
import { chooseText, emptyText, guessLanguage, languageTags } from '#shared/domain/language.ts';
import { api, query } from '../../app/api.ts';
import { foldText } from '../../app/fold-text.ts';
import { useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { useAutosaveForm } from '../../app/use-autosave-form.ts';
import { IconButton } from '../../ui/button.tsx';
import { FallbackText } from '../../ui/fallback-text.tsx';
import fieldStyles from '../../ui/field.module.css';
import { useIsReadOnly } from '../../ui/read-only.tsx';
import styles from './areas.module.css';
import { useFocusAfterRemoval } from './use-focus-after-removal.ts';

export interface AreaFieldProps {
  kind: (typeof areaHolderKinds)[number];
  id: string;
}

/** The areas of cooperation that a record belongs to; one that the list does not have yet is made on the spot. */
export function AreaField({ kind, id }: AreaFieldProps): ReactElement | null {
  // Held in an object, as the form's record is: so that the form knows its own answer again.
  const { data, error } = useQuery({
    queryKey: ['areas-of', kind, id],
    queryFn: async () => ({ areas: await api.areas.of({ kind, id }) }),
  });
  if (error) throw error;
  return data === undefined ? null : <AreasForm key={`${kind}/${id}`} kind={kind} id={id} areas={data.areas} />;
}

const schema = { shape: { areas: listOf(areaSchema) } };

function AreasForm({ kind, id, areas }: AreaFieldProps & { areas: Area[] }): ReactElement {
  const { t } = useTranslation('follow-up');
  const language = useUiLanguage();
  const format = useFormat();
  const isReadOnly = useIsReadOnly();
  const list = useRef<HTMLUListElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const made = useRef(new Set<string>());
  const record = useMemo(() => ({ areas }), [areas]);
  const form = useAutosaveForm<{ areas: Area[] }>({
    record,
    schema,
    save: async (_, all) => {
      for (const area of all.areas) {
        if (!made.current.has(area.id)) continue;
        await api.areas.save(area);
        made.current.delete(area.id);
      }
      await api.areas.set({ kind, id, areaIds: all.areas.map((area) => area.id) });
    },
  });
  const held = useWatch({ control: form.control, name: 'areas' });
  const set = (next: Area[]) => {
    form.setValue('areas', next);
    void form.flush();
  };
  const focusAfter = useFocusAfterRemoval(list, held.length, () => input.current?.focus());
  const sorted = held.toSorted((a, b) =>
    format.compare(chooseText(a.name, language).text, chooseText(b.name, language).text),
  );
  return (
    <div className={styles.field}>
      {held.length > 0 && (
        <ul ref={list} className={styles.chips} aria-label={t('areas.title')}>
          {sorted.map((area, index) => (
            <li key={area.id} className={styles.chip}>
              <span>
                <FallbackText value={area.name} empty={t('areas.unnamed')} />
              </span>
              <span data-removal>
                <IconButton
                  label={t('areas.takeOut', { name: chooseText(area.name, language).text || t('areas.unnamed') })}
                  icon={<X aria-hidden />}
                  onPress={() => {
                    focusAfter(index);
                    set(held.filter((one) => one.id !== area.id));
                  }}
                />
              </span>
            </li>
          ))}
        </ul>
      )}
      {!isReadOnly && (
        <AreaPicker
          inputRef={input}
          held={held}
          onPick={(area, isNew) => {
            if (isNew) made.current.add(area.id);
            set([...held, area]);
          }}
        />
      )}
    </div>
  );
}

interface AreaPickerProps {
  inputRef: React.RefObject<HTMLInputElement | null>;
  held: readonly Area[];
  onPick: (area: Area, isNew: boolean) => void;
}

function AreaPicker(props: AreaPickerProps): ReactElement {
  const [picked, setPicked] = useState(0);
  return (
    <EmptyAreaPicker
      {...props}
      key={picked}
      autoFocus={picked > 0}
      onPick={(area, isNew) => {
        setPicked(picked + 1);
        props.onPick(area, isNew);
      }}
    />
  );
}

/** An area of the list, or the one that would be made of what is typed. */
interface Offer {
  id: string;
  area: Area;
  isNew: boolean;
}

const newOfferId = 'new';

function useOffers(held: readonly Area[], typed: string): Offer[] {
  const language = useUiLanguage();
  const format = useFormat();
  const { data } = useQuery(query.areas.list.queryOptions());
  return useMemo(() => {
    const name = typed.trim();
    const folded = foldText(name);
    const all = data ?? [];
    const isHeld = ({ id }: Area) => held.some((one) => one.id === id);
    const offers = all
      .filter((area) => !isHeld(area) && Object.values(area.name).some((text) => foldText(text).includes(folded)))
      .sort((a, b) => format.compare(chooseText(a.name, language).text, chooseText(b.name, language).text))
      .map(({ id, name: names }) => ({ id, area: { id, name: names }, isNew: false }));
    const isKnown = [...all, ...held].some((area) =>
      Object.values(area.name).some((text) => foldText(text) === folded),
    );
    if (name === '' || isKnown) return offers;
    const made = { id: newOfferId, name: { ...emptyText(), [guessLanguage(name)]: name } };
    return [...offers, { id: newOfferId, area: made, isNew: true }];
  }, [data, held, typed, language, format]);
}

function EmptyAreaPicker({
  inputRef,
  held,
  onPick,
  autoFocus,
}: AreaPickerProps & { autoFocus: boolean }): ReactElement {
  const { t } = useTranslation(['follow-up', 'common']);
  const [typed, setTyped] = useState('');
  const offers = useOffers(held, typed);
  return (
    <ComboBox
      className={fieldStyles.field}
      items={offers}
      inputValue={typed}
      onInputChange={setTyped}
      value={null}
      onChange={(key) => {
        const offer = offers.find(({ id }) => id === key);
        if (offer) onPick(offer.isNew ? { ...offer.area, id: newId() } : offer.area, offer.isNew);
      }}
      menuTrigger="input"
      autoFocus={autoFocus}
      allowsEmptyCollection
    >
      <Label className={fieldStyles.label}>{t('follow-up:areas.add')}</Label>
      <Group className={fieldStyles.group}>
        <Input ref={inputRef} className={fieldStyles.input} spellCheck={false} autoComplete="off" />
        <Button className={fieldStyles.trigger}>
          <ChevronDown aria-hidden />
        </Button>
      </Group>
      <Popover className={fieldStyles.popover} offset={4}>
        <ListBox<Offer>
          className={fieldStyles.list}
          renderEmptyState={() => <p className={fieldStyles.none}>{t('follow-up:areas.noneYet')}</p>}
        >
          {(offer) => <Offered offer={offer} />}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function Offered({ offer }: { offer: Offer }): ReactElement {
  const { t } = useTranslation('follow-up');
  const shown = chooseText(offer.area.name, useUiLanguage());
  const name = shown.text === '' ? t('areas.unnamed') : shown.text;
  const label = offer.isNew ? t('areas.make', { name }) : name;
  return (
    <ListBoxItem id={offer.id} textValue={label} className={fieldStyles.option}>
      <Text slot="label" className={styles.offer} {...(!offer.isNew && { lang: languageTags[shown.language] })}>
        {offer.isNew && <Plus aria-hidden size={14} />}
        {label}
      </Text>
    </ListBoxItem>
  );
}

import { ChevronDown } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ComboBox, Group, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import type { FollowedKind, RecordReference } from '#shared/contract/follow-up.ts';
import { chooseText, languageTags } from '#shared/domain/language.ts';
import { useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import fieldStyles from '../../ui/field.module.css';
import { useIsReadOnly } from '../../ui/read-only.tsx';
import styles from './follow-up.module.css';
import { useFoundRecords } from './use-found-records.ts';

export interface RecordPickerProps {
  kind: FollowedKind;
  label: string;
  onPick: (record: RecordReference) => void;
  /** Ids of records that are not offered: the one it stands at, those that are linked already. */
  exclude?: readonly string[];
  hint?: string;
  /** Takes the focus when it is first drawn. */
  autoFocus?: boolean;
}

/**
 * Finds a record of a register by its words, in any language; it asks the back end, since a register may be longer than
 * any list. It holds nothing: each choice leaves it empty and with the focus.
 */
export function RecordPicker(props: RecordPickerProps): ReactElement | null {
  const [picked, setPicked] = useState(0);
  const isReadOnly = useIsReadOnly();
  if (isReadOnly) return null;
  return (
    <EmptyPicker
      {...props}
      key={picked}
      autoFocus={picked > 0 || props.autoFocus === true}
      onPick={(record) => {
        setPicked(picked + 1);
        props.onPick(record);
      }}
    />
  );
}

const noneExcluded: readonly string[] = [];

function EmptyPicker(props: RecordPickerProps): ReactElement {
  const { kind, label, onPick, exclude = noneExcluded, hint, autoFocus = false } = props;
  const { t } = useTranslation(['follow-up', 'common']);
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const { records, isSearching, isMore } = useFoundRecords(kind, typed, isOpen, exclude);
  return (
    <ComboBox
      className={fieldStyles.field}
      items={records}
      inputValue={typed}
      onInputChange={setTyped}
      onOpenChange={setOpen}
      value={null}
      onChange={(key) => {
        const record = records.find(({ id }) => id === key);
        if (record) onPick(record);
      }}
      menuTrigger="input"
      autoFocus={autoFocus}
      allowsEmptyCollection
    >
      <Label className={fieldStyles.label}>{label}</Label>
      <Group className={fieldStyles.group}>
        <Input
          className={fieldStyles.input}
          placeholder={t('follow-up:picker.placeholder')}
          spellCheck={false}
          autoComplete="off"
        />
        <Button className={fieldStyles.trigger}>
          <ChevronDown aria-hidden />
        </Button>
      </Group>
      {hint !== undefined && (
        <Text slot="description" className={fieldStyles.hint}>
          {hint}
        </Text>
      )}
      <Popover className={fieldStyles.popover} offset={4}>
        <ListBox<RecordReference>
          className={fieldStyles.list}
          renderEmptyState={() => (
            <p className={fieldStyles.none}>
              {isSearching ? t('follow-up:picker.searching') : t('common:picker.nothingFound')}
            </p>
          )}
        >
          {(record) => <Found record={record} />}
        </ListBox>
        {isMore && records.length > 0 && <p className={styles.more}>{t('follow-up:picker.more')}</p>}
      </Popover>
    </ComboBox>
  );
}

function Found({ record }: { record: RecordReference }): ReactElement {
  const { t } = useTranslation('follow-up');
  const format = useFormat();
  const { text, language } = chooseText(record.text, useUiLanguage());
  const shown = text === '' ? t('noText') : text;
  const meeting = record.meeting && format.shortDate(record.meeting.date);
  return (
    <ListBoxItem
      id={record.id}
      textValue={[record.number, shown, meeting].filter(Boolean).join(' ')}
      className={fieldStyles.option}
    >
      <Text slot="label" className={styles.foundText}>
        {record.number !== '' && <span className={styles.number}>{record.number} </span>}
        <span lang={languageTags[language]}>{shown}</span>
      </Text>
      {meeting !== null && (
        <Text slot="description" className={fieldStyles.detail}>
          {meeting}
        </Text>
      )}
    </ListBoxItem>
  );
}

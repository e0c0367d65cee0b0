import { ChevronDown, X } from 'lucide-react';
import { type ReactElement, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  Button,
  ComboBox,
  ComboBoxStateContext,
  Group,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListLayout,
  Popover,
  Text,
  useFilter,
  Virtualizer,
} from 'react-aria-components';
import { type Language, languageTags } from '#shared/domain/language.ts';
import { classes } from './classes.ts';
import styles from './field.module.css';
import { useIsReadOnly } from './read-only.tsx';

/** From here on only the options on screen are drawn, one line each. */
const longListItems = 60;
const layoutOptions = { rowHeight: 32 };
const listPadding = 8;

export interface PickerItem {
  id: string;
  /** What the field shows, in `language`. */
  label: string;
  language?: Language | undefined;
  /** A second line of sense, e.g. a person's organisation. */
  detail?: string | undefined;
  /** More text to find it by, e.g. the names in the other languages. */
  searchText?: string | undefined;
}

export interface PickerProps {
  label: string;
  items: readonly PickerItem[];
  value: string | null;
  onChange: (id: string | null) => void;
  placeholder?: string;
  hint?: string;
  isLabelHidden?: boolean;
  /** Shows a button that empties the field. Default true. */
  isClearable?: boolean;
  /** Takes the focus when it is first drawn. */
  autoFocus?: boolean;
}

/** Finds one person, organisation, country … by typing any of its names; safe with input methods. */
export function Picker(props: PickerProps): ReactElement {
  const { label, items, value, onChange, placeholder, hint } = props;
  const { isLabelHidden = false, isClearable = true, autoFocus = false } = props;
  const { t } = useTranslation('common');
  const isReadOnly = useIsReadOnly();
  const { contains } = useFilter({ sensitivity: 'base' });
  const searchTexts = useMemo(() => {
    const texts = new Map<string, string>();
    for (const item of items) {
      const known = texts.get(item.label) ?? item.label;
      texts.set(item.label, `${known} ${item.detail ?? ''} ${item.searchText ?? ''}`);
    }
    return texts;
  }, [items]);
  const chosen = items.find((item) => item.id === value);

  return (
    <ComboBox
      className={styles.field}
      defaultItems={items}
      value={value}
      onChange={(key) => onChange(key === null ? null : String(key))}
      defaultFilter={(text, typed) => contains(searchTexts.get(text) ?? text, typed)}
      menuTrigger="input"
      autoFocus={autoFocus}
      allowsEmptyCollection
      isReadOnly={isReadOnly}
      {...(isLabelHidden && { 'aria-label': label })}
    >
      {!isLabelHidden && <Label className={styles.label}>{label}</Label>}
      <Group className={classes(styles.group, isReadOnly && styles.readOnly)}>
        <Input
          className={styles.input}
          placeholder={placeholder}
          spellCheck={false}
          autoComplete="off"
          {...(chosen?.language && { lang: languageTags[chosen.language] })}
        />
        {isClearable && !isReadOnly && value !== null && (
          <Button slot={null} className={styles.trigger} aria-label={t('picker.clear')} onPress={() => onChange(null)}>
            <X aria-hidden />
          </Button>
        )}
        {!isReadOnly && (
          <Button className={styles.trigger}>
            <ChevronDown aria-hidden />
          </Button>
        )}
      </Group>
      {hint !== undefined && (
        <Text slot="description" className={styles.hint}>
          {hint}
        </Text>
      )}
      <Popover className={styles.popover} offset={4}>
        <Options isLong={items.length > longListItems} />
      </Popover>
    </ComboBox>
  );
}

function Options({ isLong }: { isLong: boolean }): ReactElement {
  const { t } = useTranslation('common');
  const found = useContext(ComboBoxStateContext)?.collection.size ?? 0;
  const list = (
    <ListBox<PickerItem>
      className={classes(styles.list, isLong && styles.longList)}
      {...(isLong && { style: { height: Math.max(1, found) * layoutOptions.rowHeight + listPadding } })}
      renderEmptyState={() => <p className={styles.none}>{t('picker.nothingFound')}</p>}
    >
      {(item) => (
        <ListBoxItem id={item.id} textValue={item.label} className={styles.option}>
          <Text slot="label" {...(item.language && { lang: languageTags[item.language] })}>
            {item.label}
          </Text>
          {item.detail !== undefined && item.detail !== '' && (
            <Text slot="description" className={styles.detail}>
              {item.detail}
            </Text>
          )}
        </ListBoxItem>
      )}
    </ListBox>
  );
  return isLong ? (
    <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
      {list}
    </Virtualizer>
  ) : (
    list
  );
}

import { ArrowDown, ArrowUp, Columns3, PanelRight, SpellCheck, WandSparkles } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import {
  Button as AriaButton,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  ToggleButton,
  ToggleButtonGroup,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { languages } from '#shared/domain/language.ts';
import { useStore, useStorePart } from '../../app/store.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import buttonStyles from '../../ui/button.module.css';
import fieldStyles from '../../ui/field.module.css';
import { ReadOnlyArea } from '../../ui/read-only.tsx';
import { Select } from '../../ui/select.tsx';
import { HandOverMenu } from '../hand-over/index.ts';
import { useReview } from './context.ts';
import { FillDialog } from './fill-dialog.tsx';
import { type Filter, filters, parts } from './model/gaps.ts';
import styles from './toolbar.module.css';
import { useColumns } from './use-columns.ts';
import { filterKeys, partKeys } from './words.ts';

export interface ToolbarProps {
  isPaneShown: boolean;
  onPane: () => void;
  onCheck: () => void;
}

export function Toolbar({ isPaneShown, onPane, onCheck }: ToolbarProps): ReactElement {
  const { t } = useTranslation('translations');
  const { review, actions, isReadOnly } = useReview();
  const [isFilling, setFilling] = useState(false);
  return (
    <div className={styles.bar} role="group" aria-label={t('toolbar')}>
      <Filters />
      <div className={styles.buttons}>
        <IconButton
          label={t('gap.previous')}
          icon={<ArrowUp aria-hidden />}
          command="changes.previous"
          isForReading
          onPress={() => actions.goToGap(-1)}
        />
        <IconButton
          label={t('gap.next')}
          icon={<ArrowDown aria-hidden />}
          command="changes.next"
          isForReading
          onPress={() => actions.goToGap(1)}
        />
        <ColumnsMenu />
        <Button onPress={() => setFilling(true)}>
          <WandSparkles aria-hidden />
          {t('fill.button')}
        </Button>
        <Button isForReading onPress={onCheck}>
          <SpellCheck aria-hidden />
          {t('check')}
        </Button>
        <HandOverMenu meetingId={review.session.meetingId} isReadOnly={isReadOnly} />
        <Button isForReading command="view.rightPane" aria-expanded={isPaneShown} onPress={onPane}>
          <PanelRight aria-hidden />
          {t('pane.button')}
        </Button>
      </div>
      {isFilling && <FillDialog onClose={() => setFilling(false)} />}
    </div>
  );
}

/** What is looked for; also where the key that goes from gap to gap stops. */
function Filters(): ReactElement {
  const { t } = useTranslation('translations');
  const { review } = useReview();
  const view = useStore(review.view);
  const gaps = useStore(review.gaps);
  return (
    <div className={styles.filters}>
      <ToggleButtonGroup
        aria-label={t('filter.label')}
        className={styles.group}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[view.filter]}
        onSelectionChange={(keys) => {
          const chosen = filters.find((one) => keys.has(one));
          if (chosen) review.view.set({ ...view, filter: chosen });
        }}
      >
        {filters.map((filter: Filter) => (
          <ToggleButton key={filter} id={filter} className={styles.filter}>
            {t(filterKeys[filter])} <span className={styles.count}>{gaps[filter]}</span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {/* What is on screen may be chosen in agreed minutes, too. */}
      <ReadOnlyArea isReadOnly={false}>
        <Select
          label={t('part.label')}
          isLabelHidden
          value={view.part}
          onChange={(part) => review.view.set({ ...view, part })}
          options={parts.map((id) => ({ id, label: t(partKeys[id]) }))}
        />
      </ReadOnlyArea>
    </div>
  );
}

function ColumnsMenu(): ReactElement {
  const { t } = useTranslation('translations');
  const { review, words } = useReview();
  const shown = useStorePart(review.view, (view) => view.columns);
  const columns = useColumns(review);
  return (
    <MenuTrigger>
      <AriaButton data-kind="normal" className={buttonStyles.button}>
        <Columns3 aria-hidden />
        {t('columns')}
      </AriaButton>
      <Popover className={fieldStyles.popover} placement="bottom start" offset={4}>
        <Menu
          className={fieldStyles.list}
          aria-label={t('columns')}
          selectionMode="multiple"
          disallowEmptySelection
          selectedKeys={shown}
          onSelectionChange={(keys) => columns.set(languages.filter((one) => keys === 'all' || keys.has(one)))}
        >
          {languages.map((language) => (
            <MenuItem key={language} id={language} textValue={words.languages[language]} className={fieldStyles.option}>
              {({ isSelected }) => (
                <span className={styles.choice} data-chosen={isSelected || undefined}>
                  {words.languages[language]}
                </span>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

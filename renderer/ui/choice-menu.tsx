import { ChevronDown } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Button, Menu, MenuItem, type MenuProps, MenuTrigger, Popover } from 'react-aria-components';
import { type Language, languageTags } from '#shared/domain/language.ts';
import { classes } from './classes.ts';
import buttonStyles from './button.module.css';
import choiceStyles from './choice-menu.module.css';
import styles from './field.module.css';
import { useIsReadOnly } from './read-only.tsx';

export interface Choice<Code extends string> {
  id: Code;
  label: string;
  /** Set when the label is content and not interface. */
  language?: Language | undefined;
  icon?: ReactNode;
  detail?: string | undefined;
  /** A chord that does the same, as shown to the user. */
  chord?: string | undefined;
}

export interface ChoiceMenuProps<Code extends string> {
  /** The accessible name; say what is chosen now as well, the button's content is not read. */
  label: string;
  /** What the button shows. */
  children: ReactNode;
  choices: readonly Choice<Code>[];
  /** Marks the present choice; leave out for a menu of commands. */
  value?: Code;
  onChoose: (id: Code) => void;
  kind?: 'normal' | 'primary' | 'quiet';
}

/**
 * A small button with a list of choices. Unlike Select it builds its list only when opened, so that hundreds of them
 * can stand on one screen, and its choices may carry icons.
 */
export function ChoiceMenu<Code extends string>(props: ChoiceMenuProps<Code>): ReactElement {
  const { label, children, choices, value, onChoose, kind = 'quiet' } = props;
  const isReadOnly = useIsReadOnly();
  if (isReadOnly) {
    return (
      <span role="group" aria-label={label} className={choiceStyles.chosen}>
        {children}
      </span>
    );
  }
  return (
    <MenuTrigger>
      <Button aria-label={label} data-kind={kind} className={classes(buttonStyles.button, choiceStyles.button)}>
        {children}
        <ChevronDown aria-hidden className={choiceStyles.arrow} />
      </Button>
      <Popover className={styles.popover} placement="bottom start" offset={4}>
        <ChoiceList label={label} choices={choices} value={value} onChoose={onChoose} />
      </Popover>
    </MenuTrigger>
  );
}

export interface ChoiceListProps<Code extends string> extends Pick<MenuProps<object>, 'autoFocus' | 'onClose'> {
  label: string;
  choices: readonly Choice<Code>[];
  value: Code | undefined;
  onChoose: (id: Code) => void;
}

/** What such a menu opens. */
export function ChoiceList<Code extends string>(props: ChoiceListProps<Code>): ReactElement {
  const { label, choices, value, onChoose, ...menu } = props;
  return (
    <Menu
      {...menu}
      className={styles.list}
      aria-label={label}
      {...(value !== undefined && { selectionMode: 'single', selectedKeys: [value] })}
    >
      {choices.map((choice) => (
        <MenuItem
          key={choice.id}
          id={choice.id}
          textValue={choice.label}
          className={styles.option}
          onAction={() => onChoose(choice.id)}
        >
          <span className={choiceStyles.choice} {...(choice.language && { lang: languageTags[choice.language] })}>
            {choice.icon}
            {choice.label}
          </span>
          {(choice.detail ?? choice.chord) !== undefined && (
            <span className={styles.detail}>{choice.detail ?? choice.chord}</span>
          )}
        </MenuItem>
      ))}
    </Menu>
  );
}

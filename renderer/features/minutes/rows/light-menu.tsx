import { type ReactElement, type ReactNode, useRef, useState } from 'react';
import { Popover } from 'react-aria-components';
import { type Language, languageTags } from '#shared/domain/language.ts';
import { classes } from '../../../ui/classes.ts';
import fieldStyles from '../../../ui/field.module.css';
import { type Choice, ChoiceList } from '../../../ui/choice-menu.tsx';
import type { RowPart } from './row-parts.ts';
import styles from './rows.module.css';

export interface LightMenuProps<Code extends string> {
  /** The accessible name; says what is chosen now as well. */
  label: string;
  children: ReactNode;
  choices: () => readonly Choice<Code>[];
  value?: Code;
  onChoose: (id: Code) => void;
  part: RowPart;
  className?: string | undefined;
  title?: string | undefined;
  lang?: Language;
  isTabbable?: boolean;
}

/**
 * A choice menu for hundreds of rows: until it is opened it is one plain button, without the cost of a component of the
 * kit and without its list.
 */
export function LightMenu<Code extends string>(props: LightMenuProps<Code>): ReactElement {
  const { label, children, choices, value, onChoose, part, className, title, lang, isTabbable = true } = props;
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={classes(styles.light, className)}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        data-part={part}
        title={title}
        tabIndex={isTabbable ? 0 : -1}
        {...(lang && { lang: languageTags[lang] })}
        onClick={() => setOpen(true)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || event.altKey || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {children}
      </button>
      {isOpen && (
        <Popover
          className={fieldStyles.popover}
          triggerRef={button}
          isOpen
          onOpenChange={setOpen}
          placement="bottom start"
          offset={4}
        >
          <ChoiceList
            label={label}
            choices={choices()}
            value={value}
            onChoose={onChoose}
            autoFocus="first"
            onClose={() => setOpen(false)}
          />
        </Popover>
      )}
    </>
  );
}

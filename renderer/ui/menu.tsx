import { EllipsisVertical } from 'lucide-react';
import type { ReactElement } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { IconButton } from './button.tsx';
import styles from './field.module.css';

export interface MenuAction {
  id: string;
  label: string;
  run: () => void;
  isDanger?: boolean;
  isDisabled?: boolean;
}

export interface MenuButtonProps {
  label: string;
  /** A function is asked when the menu is opened, for buttons of which there are many. */
  actions: readonly MenuAction[] | (() => readonly MenuAction[]);
}

/** A ⋮ button with commands; nothing may be reachable only here. */
export function MenuButton({ label, actions }: MenuButtonProps): ReactElement {
  return (
    <MenuTrigger>
      <IconButton label={label} icon={<EllipsisVertical aria-hidden />} />
      <Popover className={styles.popover} placement="bottom end" offset={4}>
        <Actions label={label} actions={actions} />
      </Popover>
    </MenuTrigger>
  );
}

/** Drawn only while the menu is open. */
function Actions({ label, actions }: MenuButtonProps): ReactElement {
  const shown = typeof actions === 'function' ? actions() : actions;
  return (
    <Menu className={styles.list} aria-label={label}>
      {shown.map((action) => (
        <MenuItem
          key={action.id}
          id={action.id}
          className={styles.option}
          data-kind={action.isDanger ? 'danger' : undefined}
          onAction={action.run}
          isDisabled={action.isDisabled ?? false}
        >
          {action.label}
        </MenuItem>
      ))}
    </Menu>
  );
}

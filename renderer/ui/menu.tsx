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

/** A ⋮ button with commands; nothing may be reachable only here. */
export function MenuButton({ label, actions }: { label: string; actions: readonly MenuAction[] }): ReactElement {
  return (
    <MenuTrigger>
      <IconButton label={label} icon={<EllipsisVertical aria-hidden />} />
      <Popover className={styles.popover} placement="bottom end" offset={4}>
        <Menu className={styles.list} aria-label={label}>
          {actions.map((action) => (
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
      </Popover>
    </MenuTrigger>
  );
}

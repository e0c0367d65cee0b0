import type { ReactElement, ReactNode } from 'react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Link as AriaLink,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components';
import { classes } from './classes.ts';
import styles from './button.module.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  children: ReactNode;
  /** One primary button per screen at most. */
  kind?: 'normal' | 'primary' | 'danger' | 'quiet';
}

export function Button({ kind = 'normal', children, ...props }: ButtonProps): ReactElement {
  return (
    <AriaButton {...props} data-kind={kind} className={styles.button}>
      {children}
    </AriaButton>
  );
}

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  /** The accessible name, also shown as tooltip. */
  label: string;
  icon: ReactNode;
  kind?: 'normal' | 'danger' | 'quiet';
}

export function IconButton({ label, icon, kind = 'quiet', ...props }: IconButtonProps): ReactElement {
  return (
    <TooltipTrigger delay={500}>
      <AriaButton {...props} aria-label={label} data-kind={kind} className={classes(styles.button, styles.icon)}>
        {icon}
      </AriaButton>
      <Tooltip className={styles.tooltip} offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}

export interface ButtonLinkProps {
  /** A route path, e.g. `/meetings`. */
  href: string;
  children: ReactNode;
  kind?: 'normal' | 'primary' | 'quiet';
}

/** Looks like a button, goes to another screen. */
export function ButtonLink({ href, children, kind = 'normal' }: ButtonLinkProps): ReactElement {
  return (
    <AriaLink href={href} data-kind={kind} className={styles.button}>
      {children}
    </AriaLink>
  );
}

import type { ReactElement, ReactNode } from 'react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Link as AriaLink,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components';
import type { CommandId } from '#shared/domain/commands.ts';
import { ariaKeysOf, useChord } from '../app/commands.ts';
import { classes } from './classes.ts';
import styles from './button.module.css';
import { useIsReadOnly } from './read-only.tsx';

const tooltipDelayMs = 500;

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  children: ReactNode;
  /** One primary button per screen at most. */
  kind?: 'normal' | 'primary' | 'danger' | 'quiet';
  /** The command that does the same; its chord is shown and told to screen readers. */
  command?: CommandId;
  /** Changes nothing: it stays in a {@link ReadOnlyArea}. */
  isForReading?: boolean;
}

export function Button({ command, isForReading = false, ...props }: ButtonProps): ReactElement | null {
  const isReadOnly = useIsReadOnly();
  if (isReadOnly && !isForReading) return null;
  return command === undefined ? <PlainButton {...props} /> : <CommandButton {...props} command={command} />;
}

function PlainButton({ kind = 'normal', children, ...props }: Omit<ButtonProps, 'isForReading'>): ReactElement {
  return (
    <AriaButton {...props} data-kind={kind} className={styles.button}>
      {children}
    </AriaButton>
  );
}

function CommandButton({
  command,
  ...props
}: Omit<ButtonProps, 'isForReading'> & { command: CommandId }): ReactElement {
  const chord = useChord(command);
  if (chord === '') return <PlainButton {...props} />;
  return (
    <TooltipTrigger delay={tooltipDelayMs}>
      <PlainButton {...props} {...ariaKeys(command)} />
      <Tooltip className={styles.tooltip} offset={6}>
        {chord}
      </Tooltip>
    </TooltipTrigger>
  );
}

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  /** The accessible name, also shown as tooltip. */
  label: string;
  icon: ReactNode;
  kind?: 'normal' | 'danger' | 'quiet';
  /** The command that does the same; its chord stands in the tooltip. */
  command?: CommandId;
  /** Changes nothing: it stays in a {@link ReadOnlyArea}. */
  isForReading?: boolean;
}

export function IconButton({ command, isForReading = false, ...props }: IconButtonProps): ReactElement | null {
  const isReadOnly = useIsReadOnly();
  if (isReadOnly && !isForReading) return null;
  return command === undefined ? <PlainIconButton {...props} /> : <CommandIconButton {...props} command={command} />;
}

function CommandIconButton({
  command,
  ...props
}: Omit<IconButtonProps, 'isForReading'> & { command: CommandId }): ReactElement {
  return <PlainIconButton {...props} {...ariaKeys(command)} chord={useChord(command)} />;
}

function PlainIconButton({
  label,
  icon,
  kind = 'quiet',
  chord = '',
  ...props
}: Omit<IconButtonProps, 'isForReading'> & { chord?: string }): ReactElement {
  return (
    <TooltipTrigger delay={tooltipDelayMs}>
      <AriaButton {...props} aria-label={label} data-kind={kind} className={classes(styles.button, styles.icon)}>
        {icon}
      </AriaButton>
      <Tooltip className={styles.tooltip} offset={6}>
        {label} {chord !== '' && <kbd className={styles.chord}>{chord}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}

function ariaKeys(command: CommandId): { 'aria-keyshortcuts'?: string } {
  const keys = ariaKeysOf(command);
  return keys === undefined ? {} : { 'aria-keyshortcuts': keys };
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

import type { ClipboardEvent, KeyboardEvent, ReactElement, Ref, TextareaHTMLAttributes } from 'react';
import { cleanLine } from '#shared/domain/clean-text.ts';
import { isComposingKey } from '../app/composing-key.ts';
import { classes } from './classes.ts';
import styles from './field.module.css';

export interface LongLineProps extends Omit<
  TextareaHTMLAttributes<HTMLTextAreaElement>,
  'className' | 'style' | 'rows'
> {
  ref?: Ref<HTMLTextAreaElement>;
}

/** A line that is shown in full however long it is: it wraps on screen, but no line break can be typed or pasted. */
export function LongLine(props: LongLineProps): ReactElement {
  return (
    <textarea
      {...props}
      rows={1}
      className={classes(styles.input, styles.longLine)}
      onKeyDown={refuseLineBreak}
      onPaste={pasteAsLine}
    />
  );
}

function refuseLineBreak(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key === 'Enter' && !isComposingKey(event)) event.preventDefault();
}

function pasteAsLine(event: ClipboardEvent<HTMLTextAreaElement>): void {
  const text = event.clipboardData.getData('text/plain');
  if (!/[\r\n]/u.test(text)) return;
  event.preventDefault();
  // Of all ways to insert, the only one that the field's own undo takes back.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- see above
  document.execCommand('insertText', false, cleanLine(text.replace(/^[\r\n]+|[\r\n]+$/gu, '')));
}

import { createContext, type ReactElement, type ReactNode, useContext } from 'react';

const ReadOnly = createContext(false);

export interface ReadOnlyAreaProps {
  /** false: an island in which things can be changed all the same. */
  isReadOnly?: boolean;
  children: ReactNode;
}

/**
 * In here the kit's fields can be read and copied, but not changed, and its buttons are not drawn unless they say
 * `isForReading`. Dialogs opened from here are outside of it.
 */
export function ReadOnlyArea({ isReadOnly = true, children }: ReadOnlyAreaProps): ReactElement {
  return <ReadOnly value={isReadOnly}>{children}</ReadOnly>;
}

export function useIsReadOnly(): boolean {
  return useContext(ReadOnly);
}

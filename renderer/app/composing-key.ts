import type { KeyboardEvent } from 'react';

/**
 * Whether a key belongs to an input method. macOS and some Windows methods send the Enter that ends a composition
 * after compositionend, with code 229 (ux, section 2.2); no newer property says so.
 */
export function isComposingKey(event: KeyboardEvent): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- see above
  return event.nativeEvent.isComposing || event.keyCode === 229;
}

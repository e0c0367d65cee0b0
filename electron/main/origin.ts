/** The page's scheme and origin. A scheme of our own, because file:// gives every file the same rights. */
export const scheme = 'app';
export const origin = `${scheme}://trilogue`;

/** Everything that decides where the lines of a text field break. */
const copied = [
  'box-sizing',
  'padding-top',
  'padding-right',
  'padding-bottom',
  'padding-left',
  'border-top-width',
  'border-right-width',
  'border-bottom-width',
  'border-left-width',
  'font',
  'font-feature-settings',
  'letter-spacing',
  'word-spacing',
  'line-height',
  'line-break',
  'tab-size',
  'text-align',
  'text-indent',
  'text-transform',
  'text-autospace',
  'text-spacing-trim',
  'overflow-wrap',
  'word-break',
  'direction',
];

/** The places of letters in a text field, in pixels from its upper left corner. */
export interface CaretLines {
  at(offset: number): { left: number; top: number; bottom: number };
  isFirstLine(offset: number): boolean;
  isLastLine(offset: number): boolean;
  /** The offset on the first or last line that is nearest to `left`. */
  nearest(line: 'first' | 'last', left: number): number;
}

/**
 * Asks a copy of the field, because the browser does not say where the caret of a text field stands. Calls `read` while
 * the copy is in the page; it costs a layout of one paragraph, so it is done at an arrow key and not while typing.
 */
export function withCaretLines<T>(area: HTMLTextAreaElement, read: (lines: CaretLines) => T): T {
  const copy = document.createElement('div');
  const style = getComputedStyle(area);
  for (const name of copied) copy.style.setProperty(name, style.getPropertyValue(name));
  Object.assign(copy.style, {
    position: 'fixed',
    left: '0',
    top: '0',
    width: `${area.offsetWidth}px`,
    borderStyle: 'solid',
    visibility: 'hidden',
    whiteSpace: 'pre-wrap',
  });
  copy.lang = area.lang;
  // The space at the end stands for the caret behind the last letter, also on an empty last line.
  const text = document.createTextNode(`${area.value}\u200B`);
  copy.append(text);
  document.body.append(copy);
  try {
    return read(measure(text, copy.getBoundingClientRect()));
  } finally {
    copy.remove();
  }
}

function measure(text: Text, box: DOMRect): CaretLines {
  const length = text.length - 1;
  const range = document.createRange();
  const at = (offset: number): { left: number; top: number; bottom: number } => {
    const place = Math.min(offset, length);
    range.setStart(text, place);
    range.setEnd(text, place + 1);
    const rects = range.getClientRects();
    // A letter behind a soft break has an empty rectangle on the line before as well.
    const rect = rects[rects.length - 1] ?? range.getBoundingClientRect();
    return { left: rect.left - box.left, top: rect.top - box.top, bottom: rect.bottom - box.top };
  };
  /** Letters of other scripts are higher and may reach into the next line: their middles tell. */
  const isSameLine = (one: number, other: number): boolean => {
    const [first, second] = [at(one), at(other)];
    const away = Math.abs(first.top + first.bottom - second.top - second.bottom) / 2;
    return away < Math.min(first.bottom - first.top, second.bottom - second.top) / 2;
  };
  return {
    at,
    isFirstLine: (offset) => isSameLine(offset, 0),
    isLastLine: (offset) => isSameLine(offset, length),
    nearest(line, left) {
      let best = line === 'first' ? 0 : length;
      let distance = Infinity;
      const step = line === 'first' ? 1 : -1;
      for (let offset = best; offset >= 0 && offset <= length && isSameLine(offset, best); offset += step) {
        const away = Math.abs(at(offset).left - left);
        if (away < distance) [best, distance] = [offset, away];
      }
      return best;
    },
  };
}

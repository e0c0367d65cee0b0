/**
 * Scrolls what is meant to scroll, so that the element stands at its top; scrollIntoView moves the frame of the
 * application as well. On a narrow window that is the window itself, which the router puts at its top after each change
 * of the address: hence in the next frame.
 *
 * @returns takes it back as long as it has not been done
 */
export function bringUp(element: HTMLElement): () => void {
  const frame = requestAnimationFrame(() => {
    const { top } = element.getBoundingClientRect();
    const scroller = findScroller(element);
    if (scroller) scroller.scrollBy({ top: top - scroller.getBoundingClientRect().top });
    else window.scrollBy({ top });
  });
  return () => cancelAnimationFrame(frame);
}

/** null: the window. */
function findScroller(element: HTMLElement): HTMLElement | null {
  let scroller = element.parentElement;
  while (scroller && scroller !== document.body && !/auto|scroll/u.test(getComputedStyle(scroller).overflowY)) {
    scroller = scroller.parentElement;
  }
  return scroller === document.body ? null : scroller;
}

import { type ReactElement, useEffect, useMemo } from 'react';
import { type PagePicture, PageView } from './page-view.tsx';
import type { Zoom } from './zoom-select.tsx';

export { type Zoom, ZoomSelect } from './zoom-select.tsx';

/** The shorter side of A4 in CSS pixels: whatever unit a page is written in, that is its real size. */
const shortSide = 793.7;

/** The page of an SVG text under an address of its own: an `<img>` runs no script and needs no markup from elsewhere. */
export function pictureOf(svg: string): PagePicture {
  const size = /viewBox="0 0 ([\d.]+) ([\d.]+)"/u.exec(svg);
  const [width, height] = size ? [Number(size[1]), Number(size[2])] : [210, 297];
  const scale = shortSide / Math.min(width, height);
  return {
    url: URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' })),
    width: Math.round(width * scale),
    height: Math.round(height * scale),
  };
}

export interface SvgPagesProps {
  /** The accessible name of the list of pages. */
  label: string;
  /** Each page as an SVG document. */
  pages: readonly string[];
  zoom: Zoom;
}

/** Pages to look at, with a way to each of them. */
export function SvgPages({ label, pages, zoom }: SvgPagesProps): ReactElement {
  const pictures = useMemo(() => pages.map(pictureOf), [pages]);
  useEffect(
    () => () => {
      for (const { url } of pictures) URL.revokeObjectURL(url);
    },
    [pictures],
  );
  return <PageView label={label} pages={pictures} zoom={zoom} />;
}

export function splitPages(svg: string): string[] {
  return [svg];
}

import type { Package } from './package.ts';

/** Custom properties of the file by name. `related`: what the package itself leads to. */
export async function readProperties(
  parts: Package,
  related: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const values = new Map<string, string>();
  const part = related.get('custom-properties') ?? related.get('customProperties');
  let property = '';
  if (part === undefined) return values;
  await parts.read(part, {
    open({ name, attribute }) {
      if (name === 'properties:property') property = attribute('name') ?? '';
    },
    text(text, parents) {
      if (parents.length === 3) values.set(property, `${values.get(property) ?? ''}${text}`.trim());
    },
  });
  return values;
}

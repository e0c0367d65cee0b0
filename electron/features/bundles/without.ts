/** The same without some of its fields. */
export function without<Item extends object, Key extends keyof Item>(item: Item, ...keys: Key[]): Omit<Item, Key> {
  const left = Object.entries(item).filter(([key]) => !keys.includes(key as Key));
  return Object.fromEntries(left) as Omit<Item, Key>;
}

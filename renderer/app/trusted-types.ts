/** The part of Trusted Types (W3C) that is used here; TypeScript does not describe it yet. */
interface PolicyFactory {
  createPolicy: (name: 'default', rules: { createHTML: (text: string) => string | null }) => unknown;
}

/**
 * The content security policy lets no string become markup, script or the address of one. The one string that may is
 * the empty one: with it React Aria clears what it had read out to screen readers.
 */
export function trustNoMarkup(): void {
  (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes?.createPolicy('default', {
    createHTML: (text) => (text === '' ? text : null),
  });
}

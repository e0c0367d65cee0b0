import type { Plugin } from 'vite';

/**
 * Puts the order of the page's cascade layers in front of every style sheet: sheets are split by page and loaded in an
 * order nobody chooses, and the first one to name a layer would decide.
 */
export function orderCascadeLayers(): Plugin {
  return {
    name: 'order-cascade-layers',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/renderer\/.*\.css(\?|$)/u.test(id)) return null;
      return { code: `@layer tokens, base, kit, app, features;\n${code}`, map: null };
    },
  };
}

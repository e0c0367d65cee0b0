import { type BrowserContext, expect, type Page, type Request } from '@playwright/test';

/** What an injected text has done: each line one trace of it. */
export interface InjectionWatch {
  findings: () => readonly string[];
}

/**
 * Hears everything that a text taken for markup could do in the pages of a context: run (payloads call `xss(17)`), fetch,
 * lead elsewhere, open a window or a dialog, or be held back by the content security policy, which is no less a fault.
 *
 * @param isOurs whether an address is one that the application itself may ask for
 */
export async function watchForInjection(
  context: BrowserContext,
  isOurs: (url: string) => boolean,
): Promise<InjectionWatch> {
  const findings: string[] = [];
  const isHarmless = (url: string): boolean => isOurs(url) || url === 'about:blank' || /^(blob|data:image)/u.test(url);
  await context.exposeFunction('xss', (what: unknown) => {
    findings.push(`ran: ${String(what)}`);
  });
  await context.addInitScript(() => {
    const tell = (window as unknown as { xss: (what: string) => void }).xss;
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'] as const) {
      (window as unknown as Record<string, unknown>)[name] = () => tell(name);
    }
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      tell(`held back by ${effectiveDirective}: ${blockedURI} ${sample}`);
    });
  });
  context.on('request', (request) => {
    if (!isHarmless(request.url())) findings.push(`asked for ${request.url()}`);
  });
  context.on('dialog', (dialog) => {
    findings.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('weberror', (error) => findings.push(`failed: ${error.error().message}`));
  context.on('page', (page) => {
    page.on('framenavigated', (frame) => {
      if (!isHarmless(frame.url())) findings.push(`went to ${frame.url()}`);
    });
  });
  return { findings: () => findings };
}

/** Settles when no call is under way; the change stream, which never ends, is none. */
export function waitForCalls(page: Page): () => Promise<void> {
  const pending = new Set<Request>();
  const isCall = (request: Request): boolean =>
    request.url().includes('/rpc/') && !request.url().includes('/rpc/app/changes');
  page.on('request', (request) => isCall(request) && pending.add(request));
  page.on('requestfinished', (request) => pending.delete(request));
  page.on('requestfailed', (request) => pending.delete(request));
  return () => expect.poll(() => pending.size, { timeout: 30_000 }).toBe(0);
}

/** All that can be read on a page, the numbers of the payloads in it, and what in its markup nobody of ours has written. */
export async function readPage(page: Page): Promise<{ text: string; shown: number[]; strange: string[] }> {
  return page.evaluate(() => {
    const texts: string[] = [];
    const strange: string[] = [];
    const schemes = new Set(['http:', 'https:', 'mailto:', 'blob:', 'data:', 'tel:']);
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        texts.push(value);
        if (name.startsWith('on')) strange.push(`${element.localName} ${name}`);
        if (!['href', 'src', 'action', 'formaction', 'data', 'xlink:href'].includes(name)) continue;
        const address = URL.parse(value, location.href);
        if (address !== null && !schemes.has(address.protocol)) strange.push(`${element.localName} ${name}=${value}`);
      }
      if ('value' in element && typeof element.value === 'string') texts.push(element.value);
      if (['iframe', 'object', 'embed', 'base', 'portal', 'frame'].includes(element.localName)) {
        strange.push(element.localName);
      }
    }
    texts.push(document.body.textContent);
    const text = texts.join('\n');
    const numbers = text.matchAll(/xss(?:\(|\.invalid\/)(\d+)/gu);
    return { text, shown: [...new Set(Array.from(numbers, ([, number]) => Number(number)))], strange };
  });
}

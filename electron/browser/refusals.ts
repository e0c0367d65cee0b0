import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Language } from '#shared/domain/language.ts';
import en from '#resources/locales/en/door.json' with { type: 'json' };
import ru from '#resources/locales/ru/door.json' with { type: 'json' };
import zh from '#resources/locales/zh/door.json' with { type: 'json' };

const catalogues: Record<Language, Record<keyof typeof en, string>> = { en, ru, zh };

/** Answers with one sentence for whoever looks at it, in the first of our languages that the browser asks for. */
export function refuseInWords(
  request: IncomingMessage,
  response: ServerResponse,
  status: 403 | 404 | 405,
  reason: keyof typeof en,
): void {
  const wanted = (request.headers['accept-language'] ?? '').toLowerCase().split(',');
  const language = wanted.map((tag) => tag.trim().slice(0, 2)).find((tag) => Object.hasOwn(catalogues, tag));
  response.statusCode = status;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.end(`${catalogues[(language ?? 'en') as Language][reason]}\n`);
}

import { createReadStream } from 'node:fs';
import type { AssetHandler } from './door.ts';
import { refuseInWords } from './refusals.ts';
import { contentTypeOf, resolveStaticFile } from '../static-files.ts';

/** Serves the built page from `folder`: exact files only, no listing. */
export function serveBuiltPage(folder: string): AssetHandler {
  return (request, response) => {
    const path = (request.url ?? '/').split(/[?#]/u)[0]?.replace(/^\//u, '') ?? '';
    void resolveStaticFile(folder, path).then((file) => {
      if (file === null) {
        refuseInWords(request, response, 404, 'notFound');
        return;
      }
      response.setHeader('Content-Type', contentTypeOf(file));
      const stream = createReadStream(file);
      stream.on('error', () => response.destroy());
      stream.pipe(response);
    });
  };
}

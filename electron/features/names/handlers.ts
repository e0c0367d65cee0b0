import { match } from '#shared/domain/names/index.ts';
import { os } from '../../implement.ts';
import { suggestMissing } from './rules.ts';

export const namesHandlers = {
  suggest: os.names.suggest.handler(({ input }) => suggestMissing(input)),
  match: os.names.match.handler(({ input }) => match(input.a, input.b)),
};

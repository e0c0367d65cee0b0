import type { Agreement } from '#shared/contract/agreements.ts';
import { chooseText } from '#shared/domain/language.ts';

/** How the history names a signed document. */
export const agreementLabel = ({ title }: Pick<Agreement, 'title'>): string => chooseText(title, 'en').text;

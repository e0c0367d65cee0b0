import { useTranslation } from 'react-i18next';
import { type Encoding, encodings } from '#shared/contract/exchange.ts';

/** Literal keys, so that the catalogue check sees each of them. */
const encodingKeys = {
  'utf-8': 'encoding.utf8',
  'utf-16le': 'encoding.utf16le',
  'utf-16be': 'encoding.utf16be',
  gb18030: 'encoding.gb18030',
  'windows-1251': 'encoding.windows1251',
} as const satisfies Record<Encoding, string>;

/** The encodings as people know them, for a Select. */
export function useEncodings(): { id: Encoding; label: string }[] {
  const { t } = useTranslation('exchange');
  return encodings.map((id) => ({ id, label: t(encodingKeys[id]) }));
}

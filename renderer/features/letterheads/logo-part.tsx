import { ORPCError } from '@orpc/client';
import { ImagePlus, Trash2 } from 'lucide-react';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Letterhead, letterheadLimits } from '#shared/contract/letterheads.ts';
import { api, desktop } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { undo } from '../../app/history.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { Button } from '../../ui/button.tsx';
import { LetterheadPart } from './letterhead-part.tsx';
import styles from './letterheads.module.css';

export interface LogoPartProps {
  organizationId: string;
  logo: Letterhead['logo'];
}

const acceptedPictures = '.png,.jpg,.jpeg';
const megabyte = 1024 ** 2;

/** The picture above the papers, with the ways to choose, replace and remove it. */
export function LogoPart({ organizationId, logo }: LogoPartProps): ReactElement {
  const { t } = useTranslation(['letterheads', 'common']);
  const format = useFormat();
  const [isBusy, setBusy] = useState(false);

  const set = async (file: File | null, done: string) => {
    setBusy(true);
    try {
      if (file !== null) refuseLogo(file);
      await api.letterheads.setLogo({ organizationId, file });
      notify(done, { label: t('common:undo'), run: () => void undo() });
    } catch (error) {
      notifyError(error);
    } finally {
      setBusy(false);
    }
  };
  const choose = async () => {
    const file = await desktop.openFile(acceptedPictures);
    if (file !== null) await set(file, logo === null ? t('letterheads:logo.added') : t('letterheads:logo.replaced'));
  };

  return (
    <LetterheadPart title={t('letterheads:logo.title')}>
      {logo === null ? (
        <p className={styles.muted}>{t('letterheads:logo.none')}</p>
      ) : (
        <figure className={styles.figure}>
          <Picture key={logo.sha256} organizationId={organizationId} logo={logo} />
          <figcaption className={styles.muted}>
            {t('letterheads:logo.size', { width: format.number(logo.width), height: format.number(logo.height) })}
          </figcaption>
        </figure>
      )}
      <div className={styles.buttons}>
        <Button isPending={isBusy} onPress={() => void choose().catch(notifyError)}>
          <ImagePlus aria-hidden />
          {logo === null ? t('letterheads:logo.choose') : t('letterheads:logo.replace')}
        </Button>
        {logo !== null && (
          <Button isDisabled={isBusy} onPress={() => void set(null, t('letterheads:logo.removed'))}>
            <Trash2 aria-hidden />
            {t('letterheads:logo.remove')}
          </Button>
        )}
      </div>
      <p className={styles.muted}>
        {t('letterheads:logo.hint', {
          max: letterheadLimits.logoBytes / megabyte,
          pixels: format.number(letterheadLimits.logoPixels),
        })}
      </p>
    </LetterheadPart>
  );
}

/** Throws what the back end would answer: a picture that is refused for its size need not travel first. */
function refuseLogo({ size }: File): void {
  const reason = size === 0 ? 'empty' : size > letterheadLimits.logoBytes ? 'too-large' : null;
  if (reason !== null) throw new ORPCError('LOGO_REFUSED', { defined: true, data: { reason } });
}

function Picture({
  organizationId,
  logo,
}: {
  organizationId: string;
  logo: NonNullable<Letterhead['logo']>;
}): ReactElement {
  const { t } = useTranslation('letterheads');
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let isGone = false;
    let made: string | null = null;
    api.letterheads.logo({ organizationId }).then((file) => {
      if (isGone) return;
      made = URL.createObjectURL(file);
      setAddress(made);
    }, notifyError);
    return () => {
      isGone = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [organizationId]);
  return (
    <img
      className={styles.logo}
      alt={t('logo.alt')}
      width={logo.width}
      height={logo.height}
      {...(address !== null && { src: address })}
    />
  );
}

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate, useRouter } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { type ReactElement, type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchHit } from '#shared/contract/search.ts';
import { query as calls } from '../../app/api.ts';
import { afterComposition } from '../../app/composition.ts';
import { useFormat } from '../../app/format.ts';
import { Page } from '../../app/page.tsx';
import fieldStyles from '../../ui/field.module.css';
import { Section } from '../../ui/section.tsx';
import { Hit } from './hit.tsx';
import { hitKindKeys } from './hit-kinds.ts';
import styles from './search-page.module.css';

const quietMs = 200;
/** The back end answers with so many hits at most. */
const mostHits = 100;
const longestQuery = 200;
const route = getRouteApi('/search');

/** Finds every kind of record by any of its words in any language, while one types. */
export function SearchPage(): ReactElement {
  const { t } = useTranslation('search');
  const { q: asked = '' }: { q?: string } = route.useSearch();
  const { data, error, isPlaceholderData } = useQuery(
    calls.search.find.queryOptions({
      input: { query: asked },
      enabled: asked !== '',
      placeholderData: keepPreviousData,
    }),
  );
  if (error) throw error;
  const hits = asked === '' ? undefined : data;
  return (
    <Page title={t('title')}>
      <SearchField asked={asked} />
      <p role="status" className={styles.state}>
        {hits && !isPlaceholderData && <Found count={hits.length} />}
      </p>
      {asked === '' && <p className={styles.help}>{t('help')}</p>}
      {hits && hits.length > 0 && <Results hits={hits} />}
      {hits?.length === 0 && !isPlaceholderData && (
        <div className={styles.help}>
          <p>{t('nothing', { query: asked })}</p>
          <p>{t('nothingHelp')}</p>
        </div>
      )}
    </Page>
  );
}

/** Uncontrolled: what is typed never waits for results or for the address. */
function SearchField({ asked }: { asked: string }): ReactElement {
  const { t } = useTranslation('search');
  const navigate = useNavigate();
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isPressed = usePointerPressed();
  useEffect(() => {
    input.current?.focus();
    return () => clearTimeout(timer.current);
  }, []);
  // Back and forward bring an earlier search; what is being typed is left alone.
  useEffect(() => {
    if (input.current && document.activeElement !== input.current) input.current.value = asked;
  }, [asked]);

  const search = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    // New results must not move the one that is being clicked away from under the pointer.
    if (isPressed.current) {
      window.addEventListener('pointerup', search, { once: true });
      return;
    }
    afterComposition(() => {
      // Somebody opened a result just after typing: the search must not call the page back.
      if (router.latestLocation.pathname !== '/search') return;
      const wanted = input.current?.value.trim() ?? '';
      void navigate({ to: '/search', search: wanted === '' ? {} : { q: wanted }, replace: true });
    });
  };
  return (
    <search className={styles.field}>
      <Search aria-hidden />
      <input
        ref={input}
        type="search"
        className={fieldStyles.input}
        aria-label={t('field')}
        placeholder={t('field')}
        defaultValue={asked}
        maxLength={longestQuery}
        spellCheck={false}
        autoComplete="off"
        onChange={() => {
          clearTimeout(timer.current);
          timer.current = setTimeout(search, quietMs);
        }}
        // Who leaves for a result at once finds this search again on the way back.
        onBlur={() => timer.current !== undefined && search()}
      />
    </search>
  );
}

/** Whether a button of the mouse, a finger or a pen is down at the moment. */
function usePointerPressed(): RefObject<boolean> {
  const isPressed = useRef(false);
  useEffect(() => {
    const press = () => (isPressed.current = true);
    const release = () => (isPressed.current = false);
    const controller = new AbortController();
    const options = { capture: true, signal: controller.signal };
    window.addEventListener('pointerdown', press, options);
    window.addEventListener('pointerup', release, options);
    window.addEventListener('pointercancel', release, options);
    return () => controller.abort();
  }, []);
  return isPressed;
}

function Found({ count }: { count: number }): ReactElement {
  const { t } = useTranslation('search');
  const format = useFormat();
  if (count >= mostHits) return <>{t('most', { formatted: format.number(count), count })}</>;
  return <>{t('found', { formatted: format.number(count), count })}</>;
}

/** Kinds in the order of their best hit, so that the record that answers best stands first. */
function Results({ hits }: { hits: SearchHit[] }): ReactElement {
  const { t } = useTranslation('search');
  const format = useFormat();
  return (
    <div className={styles.results}>
      {[...Map.groupBy(hits, ({ kind }) => kind)].map(([kind, ofKind]) => (
        <Section key={kind} title={t('group', { kind: t(hitKindKeys[kind]), number: format.number(ofKind.length) })}>
          <ul className={styles.list}>
            {ofKind.map((hit) => (
              <li key={hit.id} className={styles.hit}>
                <Hit hit={hit} />
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </div>
  );
}

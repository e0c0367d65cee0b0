import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate, useRouter } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchHit } from '#shared/contract/search.ts';
import { query as calls } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { Page } from '../../app/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Section } from '../../ui/section.tsx';
import { Hit } from './hit.tsx';
import { hitKindKeys } from './hit-kinds.ts';
import styles from './search-page.module.css';

/** The back end answers with so many hits at most. */
const mostHits = 100;
const route = getRouteApi('/search');

/** Finds every kind of record by any of its words in any language, while one types. */
export function SearchPage(): ReactElement {
  const { t } = useTranslation('search');
  const navigate = useNavigate();
  const router = useRouter();
  const { q: asked = '' }: { q?: string } = route.useSearch();
  const { data, error, isPlaceholderData } = useQuery(
    calls.search.find.queryOptions({
      input: { query: asked },
      enabled: asked !== '',
      placeholderData: keepPreviousData,
    }),
  );
  if (error) throw error;
  const search = (wanted: string) => {
    // Somebody opened a result just after typing: the search must not call the page back.
    if (router.latestLocation.pathname !== '/search') return;
    void navigate({ to: '/search', search: wanted === '' ? {} : { q: wanted }, replace: true });
  };
  const hits = asked === '' ? undefined : data;
  return (
    <Page title={t('title')}>
      <SearchField label={t('field')} asked={asked} onAsk={search} isMain />
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

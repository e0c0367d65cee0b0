import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { ChartNoAxesGantt, Minus, Plus, Printer, Table } from 'lucide-react';
import { type ReactElement, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timelineLanes } from '#shared/contract/timeline.ts';
import { useCommand } from '../../app/commands.ts';
import { useFormat } from '../../app/format.ts';
import { Page } from '../../app/page.tsx';
import { todayHere } from '../../app/today.ts';
import { Button, ButtonLink, IconButton } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { DossierDialog } from '../dossiers/index.ts';
import { RegisterTabs } from '../registers/index.ts';
import { type Zoom, zooms } from './scale.ts';
import { isFiltered, readSearch, toInput } from './search.ts';
import { TimelineChart } from './timeline-chart.tsx';
import { type FilterProps, KindFilter, RecordFilters } from './timeline-filters.tsx';
import { TimelineTable } from './timeline-table.tsx';
import styles from './timeline.module.css';
import { useTimeline } from './use-timeline.ts';

const route = getRouteApi('/registers/timeline');

const zoomKeys = {
  decades: 'zoom.decades',
  years: 'zoom.years',
  months: 'zoom.months',
} as const satisfies Record<Zoom, string>;

/** What was done together, and when: as lanes over time, or as a table. */
export function TimelinePage(): ReactElement {
  const { t } = useTranslation('timeline');
  const search = route.useSearch();
  const navigate = useNavigate();
  const input = useMemo(() => toInput(search), [search]);
  const data = useTimeline(input);
  const [isPrinting, setPrinting] = useState(false);
  /** As near as everything fits, until somebody chooses. */
  const [shownZoom, setShownZoom] = useState<Zoom>('years');
  const isTable = search.as === 'table';

  const change: FilterProps['onChange'] = (changes) => {
    void navigate({ to: '/registers/timeline', search: readSearch({ ...search, ...changes }), replace: true });
  };
  const toggle = (): void => change({ as: isTable ? undefined : 'table' });
  useCommand('view.asTable', toggle);

  return (
    <Page title={t('title')}>
      <RegisterTabs />
      <div className={styles.frame} data-fills-page>
        <div className={styles.bar}>
          <KindFilter search={search} onChange={change} />
          <Count shown={data?.count} />
          <div className={styles.tools}>
            <div className={styles.lanesChoice}>
              <Select
                label={t('lanes.label')}
                isLabelHidden
                value={input.lanes}
                onChange={(lanes) => change({ lanes })}
                options={timelineLanes.map((lanes) => ({ id: lanes, label: t(byKeys[lanes]) }))}
              />
            </div>
            {!isTable && <ZoomChoice zoom={shownZoom} onZoom={(zoom) => change({ zoom })} />}
            <Button command="view.asTable" onPress={toggle} aria-pressed={isTable}>
              {isTable ? <ChartNoAxesGantt aria-hidden /> : <Table aria-hidden />}
              {isTable ? t('asChart') : t('asTable')}
            </Button>
            <Button onPress={() => setPrinting(true)} isDisabled={!data?.count}>
              <Printer aria-hidden />
              {t('print')}
            </Button>
          </div>
        </div>
        <RecordFilters search={search} onChange={change} />
        {data !== undefined &&
          data.count > 0 &&
          (isTable ? (
            <TimelineTable data={data} lanes={input.lanes} />
          ) : (
            <TimelineChart
              data={data}
              lanes={input.lanes}
              zoom={search.zoom}
              onZoom={(zoom) => change({ zoom })}
              onShownZoom={setShownZoom}
            />
          ))}
        {data?.count === 0 && <Nothing isFiltered={isFiltered(search)} />}
        {data !== undefined && data.undated > 0 && (
          <p className={styles.quiet}>{t('undated', { count: data.undated })}</p>
        )}
      </div>
      {isPrinting && (
        <DossierDialog
          subject={{ kind: 'timeline', filter: input, today: todayHere() }}
          onClose={() => setPrinting(false)}
        />
      )}
    </Page>
  );
}

const byKeys = {
  partner: 'lanes.byPartner',
  area: 'lanes.byArea',
  group: 'lanes.byGroup',
} as const satisfies Record<(typeof timelineLanes)[number], string>;

function Count({ shown }: { shown: number | undefined }): ReactElement {
  const { t } = useTranslation('timeline');
  const format = useFormat();
  return (
    <span className={styles.quiet} role="status">
      {shown !== undefined && t('count', { count: shown, formatted: format.number(shown) })}
    </span>
  );
}

/** How near one looks. */
function ZoomChoice({ zoom, onZoom }: { zoom: Zoom; onZoom: (zoom: Zoom) => void }): ReactElement {
  const { t } = useTranslation('timeline');
  const place = zooms.indexOf(zoom);
  const step = (by: number): void => {
    const next = zooms[place + by];
    if (next !== undefined) onZoom(next);
  };
  return (
    <div className={styles.zoom} role="group" aria-label={t('zoom.label')}>
      <IconButton
        label={t('zoom.out')}
        icon={<Minus aria-hidden />}
        isDisabled={place === 0}
        onPress={() => step(-1)}
      />
      <Select
        label={t('zoom.label')}
        isLabelHidden
        value={zoom}
        onChange={onZoom}
        options={zooms.map((level) => ({ id: level, label: t(zoomKeys[level]) }))}
      />
      <IconButton
        label={t('zoom.in')}
        icon={<Plus aria-hidden />}
        isDisabled={place === zooms.length - 1}
        onPress={() => step(1)}
      />
    </div>
  );
}

function Nothing({ isFiltered: isLeftOut }: { isFiltered: boolean }): ReactElement {
  const { t } = useTranslation('timeline');
  return (
    <div className={styles.empty}>
      <p>{isLeftOut ? t('nothingMatches') : t('empty')}</p>
      {!isLeftOut && <ButtonLink href="/meetings">{t('toMeetings')}</ButtonLink>}
    </div>
  );
}

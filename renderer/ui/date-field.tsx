import { parseDate, parseTime, type CalendarDate, type Time } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactElement } from 'react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Label,
  Popover,
  TimeField as AriaTimeField,
} from 'react-aria-components';
import { classes } from './classes.ts';
import dateStyles from './date-field.module.css';
import styles from './field.module.css';
import { useIsReadOnly } from './read-only.tsx';

export interface DateFieldProps {
  label: string;
  /** `YYYY-MM-DD`, null where no date is given. */
  value: string | null;
  onChange: (value: string | null) => void;
  isLabelHidden?: boolean;
  /** Takes the focus when it is first drawn. */
  autoFocus?: boolean;
}

/** A calendar date, typed in the order the interface language writes it, or picked. */
export function DateField(props: DateFieldProps): ReactElement {
  const { label, value, onChange, isLabelHidden = false, autoFocus = false } = props;
  const isReadOnly = useIsReadOnly();
  return (
    <DatePicker<CalendarDate>
      className={styles.field}
      value={value === null ? null : parseDate(value)}
      onChange={(date) => onChange(date === null ? null : date.toString())}
      isReadOnly={isReadOnly}
      autoFocus={autoFocus}
      {...(isLabelHidden && { 'aria-label': label })}
    >
      {!isLabelHidden && <Label className={styles.label}>{label}</Label>}
      <Group className={classes(styles.group, isReadOnly && styles.readOnly)}>
        <DateInput className={styles.segments}>
          {(segment) => <DateSegment segment={segment} className={styles.segment} />}
        </DateInput>
        {!isReadOnly && (
          <Button className={styles.trigger}>
            <CalendarDays aria-hidden />
          </Button>
        )}
      </Group>
      <Popover className={styles.popover} offset={4}>
        <Dialog className={dateStyles.calendar}>
          <Calendar>
            <header className={dateStyles.header}>
              <Button slot="previous" className={styles.trigger}>
                <ChevronLeft aria-hidden />
              </Button>
              <Heading className={dateStyles.heading} />
              <Button slot="next" className={styles.trigger}>
                <ChevronRight aria-hidden />
              </Button>
            </header>
            <CalendarGrid className={dateStyles.grid}>
              <CalendarGridHeader>
                {(day) => <CalendarHeaderCell className={dateStyles.weekday}>{day}</CalendarHeaderCell>}
              </CalendarGridHeader>
              <CalendarGridBody>{(date) => <CalendarCell date={date} className={dateStyles.day} />}</CalendarGridBody>
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}

export interface TimeFieldProps {
  label: string;
  /** `HH:MM`, null where no time is given. */
  value: string | null;
  onChange: (value: string | null) => void;
  isLabelHidden?: boolean;
}

/** Wall-clock time in 24 hours. */
export function TimeField({ label, value, onChange, isLabelHidden = false }: TimeFieldProps): ReactElement {
  const isReadOnly = useIsReadOnly();
  return (
    <AriaTimeField<Time>
      className={styles.field}
      value={value === null ? null : parseTime(value)}
      onChange={(time) => onChange(time === null ? null : time.toString().slice(0, 5))}
      hourCycle={24}
      isReadOnly={isReadOnly}
      {...(isLabelHidden && { 'aria-label': label })}
    >
      {!isLabelHidden && <Label className={styles.label}>{label}</Label>}
      <DateInput className={classes(styles.group, styles.segments, isReadOnly && styles.readOnly)}>
        {(segment) => <DateSegment segment={segment} className={styles.segment} />}
      </DateInput>
    </AriaTimeField>
  );
}

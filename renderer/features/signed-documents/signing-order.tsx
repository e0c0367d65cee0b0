import { ArrowDown, ArrowUp } from 'lucide-react';
import { type ReactElement, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { languageTags } from '#shared/domain/language.ts';
import { IconButton } from '../../ui/button.tsx';
import fieldStyles from '../../ui/field.module.css';
import type { PickerItem } from '../../ui/picker.tsx';
import { moveStep } from '../meetings/index.ts';
import { moveIn, signingOrderOf } from './copies.ts';
import styles from './signed-documents.module.css';

export interface SigningOrderProps {
  /** Of the copy, from 1. */
  number: number;
  parties: readonly PickerItem[];
  /** Ids of parties. */
  value: readonly string[];
  onChange: (order: string[]) => void;
}

/** In which order the parties sign a copy: buttons, or Alt with the arrow keys. */
export function SigningOrder({ number, parties, value, onChange }: SigningOrderProps): ReactElement {
  const { t } = useTranslation('signed-documents');
  const list = useRef<HTMLOListElement>(null);
  /** The party whose buttons get the focus back, so that one can press again. */
  const moved = useRef<{ id: string; step: 1 | -1 } | null>(null);
  const order = signingOrderOf(
    { signingOrder: [...value] },
    parties.map(({ id }) => id),
  );
  const key = order.join();
  useLayoutEffect(() => {
    const was = moved.current;
    moved.current = null;
    if (was === null) return;
    const buttons = [
      ...(list.current?.querySelectorAll<HTMLButtonElement>(`[data-party="${was.id}"] button`) ?? []),
    ].filter((button) => !button.disabled);
    (buttons.find((button) => button.dataset.step === String(was.step)) ?? buttons[0])?.focus();
  }, [key]);
  const move = (index: number, step: 1 | -1) => {
    const id = order[index];
    const next = moveIn(order, index, step);
    if (id === undefined || next.join() === key) return;
    moved.current = { id, step };
    onChange(next);
  };
  return (
    <div role="group" aria-label={t('copies.order', { number })}>
      <span className={fieldStyles.label}>{t('copies.order', { number })}</span>
      <ol ref={list} className={styles.order}>
        {order.map((id, index) => {
          const party = parties.find((item) => item.id === id);
          const name = party?.label ?? '';
          return (
            <li
              key={id}
              data-party={id}
              className={styles.orderLine}
              onKeyDown={(event) => {
                const step = moveStep(event);
                if (step === null) return;
                event.preventDefault();
                event.stopPropagation();
                move(index, step);
              }}
            >
              <span {...(party?.language && { lang: languageTags[party.language] })}>{name}</span>
              <span className={styles.orderTools}>
                <IconButton
                  label={t('copies.earlier', { name, number })}
                  icon={<ArrowUp aria-hidden />}
                  isDisabled={index === 0}
                  data-step="-1"
                  onPress={() => move(index, -1)}
                />
                <IconButton
                  label={t('copies.later', { name, number })}
                  icon={<ArrowDown aria-hidden />}
                  isDisabled={index === order.length - 1}
                  data-step="1"
                  onPress={() => move(index, 1)}
                />
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

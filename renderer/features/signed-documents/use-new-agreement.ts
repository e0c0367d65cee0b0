import { useNavigate } from '@tanstack/react-router';
import { v7 as newId } from 'uuid';
import { emptyAgreement } from '#shared/domain/empty-records.ts';
import { api } from '../../app/api.ts';
import { notifyError } from '../../app/notify.ts';
import { keyAtEnd } from '../../app/order-keys.ts';

/** Makes a signed document that belongs to no meeting yet and opens it with the caret in its title. */
export function useNewAgreement(): () => Promise<void> {
  const navigate = useNavigate();
  return async () => {
    const agreementId = newId();
    try {
      await api.agreements.add({ ...emptyAgreement(agreementId, null), orderKey: keyAtEnd([]) });
      await navigate({ to: '/registers/agreements/$agreementId', params: { agreementId }, search: { new: true } });
    } catch (error) {
      notifyError(error);
    }
  };
}

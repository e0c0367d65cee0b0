import { useNavigate } from '@tanstack/react-router';
import { v7 as newId } from 'uuid';

/** Opens the page of a person that does not exist yet; the first thing typed creates it under this id. */
export function useNewPerson(): () => void {
  const navigate = useNavigate();
  return () => void navigate({ to: '/contacts/$personId', params: { personId: newId() }, search: { new: true } });
}

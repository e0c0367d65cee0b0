export { insertAgendaItem, listAgenda } from './repository.ts';

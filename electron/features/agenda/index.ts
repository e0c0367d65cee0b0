export { insertAgendaItem, listAgenda, updateAgendaItem } from './repository.ts';

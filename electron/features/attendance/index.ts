export { insertAttendance, listAttendance } from './repository.ts';

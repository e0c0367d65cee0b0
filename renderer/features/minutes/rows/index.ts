export { CaptureRow } from './capture-row.tsx';
export { Rows } from './rows.tsx';

export { chooseReadingLanguage } from './recipients.ts';

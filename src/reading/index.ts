/** The Reading format: its types, its printed form. The zod schema is loaded only where data comes in (it costs 100 ms). */

export { type Reading, type ReadingArticle, type ReadingMention, toReading } from './reading.ts';

/** The words all rooms share. */

export * from './article.ts';
export * from './errors.ts';
export * from './flag.ts';
export * from './found.ts';
export * from './judged.ts';
export * from './mentioned.ts';
export * from './page.ts';
export * from './parsed.ts';
export * from './restored.ts';
export * from './span.ts';

/** Weights on disk, and the bytes that threads share. */

export {
  type Container,
  openContainer,
  packContainer,
  readShared,
  type Section,
  type SectionType,
} from './container.ts';

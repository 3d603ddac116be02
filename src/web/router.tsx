/** Addresses and their pages. */

import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { TimelinePage } from './pages/timeline.tsx';
import { Shell } from './parts/shell.tsx';
import { NotFound, PageError } from './parts/states.tsx';
import { documentsSearch, parseSearch, stringifySearch, timelineSearch } from './words/search.ts';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: PageError });

const timeline = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: timelineSearch,
  component: TimelinePage,
});

const documents = createRoute({
  getParentRoute: () => root,
  path: '/documents',
  validateSearch: documentsSearch,
  component: lazyRouteComponent(() => import('./pages/documents.tsx'), 'DocumentsPage'),
});

const document = createRoute({
  getParentRoute: () => root,
  path: '/documents/$id',
  component: lazyRouteComponent(() => import('./pages/document.tsx'), 'DocumentPage'),
});

const beside = createRoute({
  getParentRoute: () => root,
  path: '/documents/$id/beside/$other',
  component: lazyRouteComponent(() => import('./pages/beside.tsx'), 'BesidePage'),
});

const fact = createRoute({
  getParentRoute: () => root,
  path: '/facts/$id',
  component: lazyRouteComponent(() => import('./pages/fact.tsx'), 'FactPage'),
});

const pair = createRoute({
  getParentRoute: () => root,
  path: '/pairs/$a/$b',
  component: lazyRouteComponent(() => import('./pages/pair.tsx'), 'PairPage'),
});

const read = createRoute({
  getParentRoute: () => root,
  path: '/read',
  component: lazyRouteComponent(() => import('./pages/read.tsx'), 'ReadPage'),
});

const about = createRoute({
  getParentRoute: () => root,
  path: '/about',
  component: lazyRouteComponent(() => import('./pages/about.tsx'), 'AboutPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([timeline, documents, document, beside, fact, pair, read, about]),
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultErrorComponent: PageError,
  defaultNotFoundComponent: NotFound,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

/** The reading room: one page that routes itself. */

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Refused } from './api.ts';
import { router } from './router.tsx';
import './style/tokens.css';
import './style/base.css';
import './style/timeline.css';
import './style/document.css';
import './style/tables.css';
import './style/print.css';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      refetchOnWindowFocus: false,
      // What is refused stays refused; only a server that does not answer is asked again.
      retry: (times, error) => !(error instanceof Refused && error.status > 0) && times < 2,
    },
  },
});

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);

/** A document of the record. */

import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { documentQuery } from '../api.ts';
import { DocumentView } from '../parts/document-view.tsx';
import { Failed, Loading } from '../parts/states.tsx';

const route = getRouteApi('/documents/$id');

export function DocumentPage(): ReactNode {
  const { id } = route.useParams();
  const document = useQuery(documentQuery(id));
  return (
    <main className="page document" id="content">
      {document.isPending ? (
        <Loading what="the document" />
      ) : document.isError ? (
        <Failed error={document.error} retry={() => void document.refetch()} />
      ) : (
        <DocumentView key={id} stored={document.data} kept />
      )}
    </main>
  );
}

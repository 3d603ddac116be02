/** Facts as JSON-LD: schema.org events, with W3C PROV for what they stand on. */

import type { Actor } from '../core/index.ts';
import type { StoredFact } from '../store/record-api.ts';
import { titleOf } from './calendar.ts';

export function toJsonLd(facts: readonly StoredFact[]): string {
  const document = {
    '@context': ['https://schema.org', { prov: 'http://www.w3.org/ns/prov#', chancery: 'urn:chancery:' }],
    '@graph': facts.map(factNode),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function factNode(fact: StoredFact): object {
  const { event } = fact;
  return {
    '@id': `chancery:fact/${fact.id}`,
    '@type': ['Event', 'prov:Entity'],
    name: titleOf(fact),
    additionalType: `chancery:plover/${event.type}`,
    eventStatus: fact.state === 'cancelled' ? 'EventCancelled' : 'EventScheduled',
    startDate: event.date?.value ?? null,
    location:
      event.place === null ? null : { '@type': 'Place', name: event.place.name, addressCountry: event.place.country },
    organizer: event.actors.map(party),
    attendee: event.recipients.map(party),
    'prov:wasDerivedFrom': fact.claims.map((claim) => ({
      '@id': `chancery:claim/${claim.id}`,
      '@type': ['Claim', 'prov:Entity'],
      text: claim.quote,
      'prov:hadPrimarySource': { '@id': `chancery:document/${claim.origin}` },
      'prov:wasQuotedFrom': {
        '@id': `chancery:document/${claim.document}`,
        '@type': 'NewsArticle',
        publisher: claim.publisher,
        datePublished: claim.published,
      },
    })),
  };
}

const party = (actor: Actor): object => ({
  '@type': actor.entity?.startsWith('person:') ? 'Person' : 'Organization',
  ...(actor.entity === null ? {} : { '@id': `chancery:${actor.entity}` }),
  name: actor.name ?? actor.text,
  ...(actor.role === null ? {} : { jobTitle: actor.role }),
  ...(actor.country === null ? {} : { nationality: actor.country }),
});

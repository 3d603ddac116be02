/** Addresses a fetch may reach: public ones only, checked before connecting and again on what the name resolves to. */

import dns from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { ChanceryError } from '../core/index.ts';

/**
 * Whether an address is one on the public internet.
 *
 * Loopback, private, link-local, carrier-grade NAT, unique-local, multicast, reserved, and every range that embeds another
 * address (NAT64, 6to4, Teredo) are not. IPv4 mapped into IPv6 is judged as the IPv4 it is.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  return ipaddr.process(address).range() === 'unicast';
}

/** Hosts that skip the guard, as "host" or "host:port"; for tests on this machine. */
export type AllowList = readonly string[];

/**
 * Checks an address before anything connects.
 *
 * Throws ChanceryError 'refused-address' for other schemes than http and https, for user names in the address, and for literal
 * addresses that are not public, in whatever form they were written: the URL parser has turned decimal, octal, hexadecimal
 * and full-width forms into plain ones.
 */
export function checkUrl(url: URL, allow: AllowList = []): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new ChanceryError('refused-address', `only http and https addresses are fetched, not ${url.protocol}`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new ChanceryError('refused-address', 'addresses with a user name or password are not fetched');
  }
  if (isAllowed(url, allow)) return;
  const host = bareHost(url);
  if (ipaddr.isValid(host) && !isPublicAddress(host)) {
    throw new ChanceryError('refused-address', `${host} is not a public address`);
  }
}

export function isAllowed(url: URL, allow: AllowList): boolean {
  return allow.includes(url.host) || allow.includes(url.hostname);
}

/** IPv6 without its brackets, names without the root dot. */
function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

export type ResolveAll = (host: string) => Promise<readonly { address: string; family: number }[]>;

const resolveAll: ResolveAll = (host) => dns.promises.lookup(host, { all: true, verbatim: true });

/**
 * A look-up for sockets that gives only checked addresses.
 *
 * The socket connects to the very address that was checked, so a name that answers differently a moment later gains nothing.
 * One private address among the answers refuses the name.
 */
export function guardedLookup(resolve: ResolveAll = resolveAll): LookupFunction {
  return (host, options, callback) => {
    resolve(host).then(
      (addresses) => {
        const refused = addresses.find(({ address }) => !isPublicAddress(address));
        if (refused !== undefined) {
          const error = new ChanceryError(
            'refused-address',
            `${host} leads to ${refused.address}, not a public address`,
          );
          callback(error, '', 0);
          return;
        }
        const first = addresses[0];
        if (first === undefined) callback(new ChanceryError('fetch-failed', `${host} has no address`), '', 0);
        else if (options.all) callback(null, [...addresses]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
}

/** What keeps strangers out of a server that has no password: it answers to its own names only, and changes nothing for other sites. */

import type { MiddlewareHandler } from 'hono';

/** DNS rebinding: a foreign page that resolves its own name to this machine still sends its own name. */
export function guardHost(hosts: readonly string[]): MiddlewareHandler {
  const known = new Set(hosts.map((host) => host.toLowerCase()));
  return async (context, next) => {
    const host = hostName(context.req.header('host') ?? '');
    if (!known.has(host)) {
      return context.json(
        { ok: false, error: 'refused-address', errors: ['this server does not answer to that name'], status: 403 },
        403,
      );
    }
    return next();
  };
}

/** A request that changes something must come from our own pages or from no page at all. */
export function guardOrigin(): MiddlewareHandler {
  return async (context, next) => {
    const safe = context.req.method === 'GET' || context.req.method === 'HEAD' || context.req.method === 'OPTIONS';
    const origin = context.req.header('origin');
    if (!safe && origin !== undefined && originHost(origin) !== context.req.header('host')) {
      return context.json(
        { ok: false, error: 'refused-address', errors: ['requests from other sites change nothing here'], status: 403 },
        403,
      );
    }
    return next();
  };
}

/** Page text is shown as text; should markup slip through all the same, the browser runs none of it. */
export function securityHeaders(): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const { headers } = context.res;
    headers.set(
      'content-security-policy',
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    );
    headers.set('x-content-type-options', 'nosniff');
    headers.set('referrer-policy', 'no-referrer');
    headers.set('cross-origin-resource-policy', 'same-origin');
  };
}

function hostName(host: string): string {
  const bare = host.startsWith('[') ? host.slice(0, host.indexOf(']') + 1) : (host.split(':', 1)[0] ?? '');
  return bare.toLowerCase();
}

function originHost(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}

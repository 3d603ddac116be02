import type { IncomingMessage, ServerResponse } from 'node:http';
import zlib from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { type Fetched, type FetchOptions, fetchPage, USER_AGENT } from '../../src/acquire/fetch.ts';
import { describeError } from '../../src/core/index.ts';
import { serveHttp, serveTcp, type TestServer } from '../support/server.ts';

const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

async function http(handler: Handler): Promise<TestServer> {
  const server = await serveHttp(handler);
  servers.push(server);
  return server;
}
/** Robots allow everything, everything else is the handler's. */
const pages =
  (handler: Handler): Handler =>
  (request, response) =>
    request.url === '/robots.txt' ? response.writeHead(404).end() : handler(request, response);

async function get(server: TestServer, path = '/', options: FetchOptions = {}): Promise<Fetched> {
  return await fetchPage(`${server.url}${path}`, { allow: [server.host], timeout: 5000, idle: 1000, ...options });
}
async function refusal(work: Promise<unknown>): Promise<string> {
  return await work.then(
    () => 'fetched',
    (error: unknown) => `${describeError(error).code}: ${describeError(error).message}`,
  );
}
const html = { 'content-type': 'text/html; charset=utf-8' };

describe('a good server', () => {
  test('a page, its type and its address', async () => {
    const server = await http(pages((_, response) => response.writeHead(200, html).end('<p>Hue</p>')));
    const page = await get(server, '/a');
    expect(Buffer.from(page.bytes).toString()).toBe('<p>Hue</p>');
    expect([page.type, page.url, page.truncated]).toEqual([html['content-type'], `${server.url}/a`, false]);
  });
  test('we say who we are', async () => {
    const server = await http(
      pages((request, response) => response.writeHead(200, html).end(request.headers['user-agent'])),
    );
    expect(Buffer.from((await get(server)).bytes).toString()).toBe(USER_AGENT);
    expect(USER_AGENT).toMatch(/^Chancery\/\d+\.\d+\.\d+ /);
  });
  test.each([
    ['gzip', zlib.gzipSync('Hue')],
    ['deflate', zlib.deflateSync('Hue')],
    ['br', zlib.brotliCompressSync('Hue')],
    ['gzip, gzip', zlib.gzipSync(zlib.gzipSync('Hue'))],
  ])('packed as %s', async (encoding, body) => {
    const server = await http(
      pages((_, response) => response.writeHead(200, { ...html, 'content-encoding': encoding }).end(body)),
    );
    expect(Buffer.from((await get(server)).bytes).toString()).toBe('Hue');
  });
  test('redirects are followed, and the last address counts', async () => {
    const server = await http(
      pages((request, response) => {
        if (request.url === '/a') response.writeHead(302, { location: '/b' }).end();
        else response.writeHead(200, html).end('Hue');
      }),
    );
    expect((await get(server, '/a')).url).toBe(`${server.url}/b`);
  });
  test('a body beyond the cap is cut', async () => {
    const server = await http(pages((_, response) => response.writeHead(200, html).end('x'.repeat(5000))));
    const page = await get(server, '/', { maxBytes: 1000 });
    expect([page.bytes.length, page.truncated]).toEqual([1000, true]);
  });
});

describe('bad servers', () => {
  test('an error status', async () => {
    const server = await http(pages((_, response) => response.writeHead(404, html).end('gone')));
    expect(await refusal(get(server))).toBe('fetch-failed: the server answered 404');
  });
  test('a type that is no text', async () => {
    const server = await http(
      pages((_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('x')),
    );
    expect(await refusal(get(server))).toBe('binary: not a text document (image/png)');
  });
  test('a body that never ends is cut at the cap', async () => {
    const server = await http(
      pages((_, response) => {
        response.writeHead(200, html);
        const more = (): void => {
          while (!response.destroyed && response.write('x'.repeat(65_536)));
        };
        response.on('drain', more);
        more();
      }),
    );
    const page = await get(server, '/', { maxBytes: 100_000 });
    expect([page.bytes.length, page.truncated]).toEqual([100_000, true]);
  });
  test('bytes that drip for ever meet the time limit', async () => {
    const server = await http(
      pages((_, response) => {
        response.writeHead(200, html);
        const timer = setInterval(() => response.write('x'), 50);
        response.on('close', () => clearInterval(timer));
      }),
    );
    expect(await refusal(get(server, '/', { timeout: 700 }))).toBe('timeout: no whole answer in 700 ms');
  });
  test('headers that drip for ever meet the time limit', async () => {
    const server = await serveTcp((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const timer = setInterval(() => socket.write('x-a: b\r\n'), 50);
      socket.on('close', () => clearInterval(timer));
    });
    servers.push(server);
    expect(await refusal(get(server, '/', { timeout: 700, robots: false }))).toMatch(/^timeout: /);
  });
  test('silence', async () => {
    const server = await serveTcp(() => undefined);
    servers.push(server);
    expect(await refusal(get(server, '/', { robots: false, idle: 300 }))).toBe('timeout: the server fell silent');
  });
  test('silence in the middle of a body', async () => {
    const server = await http(pages((_, response) => response.writeHead(200, html).write('half')));
    expect(await refusal(get(server, '/', { idle: 300 }))).toBe('timeout: the server fell silent');
  });
  test('a gzip bomb', async () => {
    const bomb = zlib.gzipSync(Buffer.alloc(60_000_000));
    const server = await http(
      pages((_, response) => response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(bomb)),
    );
    expect(await refusal(get(server, '/', { maxBytes: 50_000_000 }))).toMatch(
      /^too-large: the answer unpacks from \d+ to more than \d+ bytes$/,
    );
  });
  test('a bomb within a bomb', async () => {
    const bomb = zlib.gzipSync(zlib.gzipSync(Buffer.alloc(60_000_000)));
    const server = await http(
      pages((_, response) => response.writeHead(200, { ...html, 'content-encoding': 'gzip, gzip' }).end(bomb)),
    );
    expect(await refusal(get(server))).toMatch(/^too-large: /);
  });
  test('three layers of packing', async () => {
    const server = await http(
      pages((_, response) => response.writeHead(200, { ...html, 'content-encoding': 'gzip, gzip, gzip' }).end('x')),
    );
    expect(await refusal(get(server))).toBe('fetch-failed: the answer is packed more than twice');
  });
  test('broken packing', async () => {
    const server = await http(
      pages((_, response) => response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end('no gzip at all')),
    );
    expect(await refusal(get(server))).toMatch(/^fetch-failed: /);
  });
  test('packing we do not know', async () => {
    const server = await http(
      pages((_, response) => response.writeHead(200, { ...html, 'content-encoding': 'lzma' }).end('x')),
    );
    expect(await refusal(get(server))).toBe('fetch-failed: the answer is packed as "lzma", which we did not ask for');
  });
  test('a redirect loop', async () => {
    const server = await http(pages((_, response) => response.writeHead(302, { location: '/' }).end()));
    expect(await refusal(get(server))).toBe('fetch-failed: more than 5 redirects');
  });
  test('huge headers', async () => {
    const server = await serveTcp((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\n${`x-a: ${'b'.repeat(1000)}\r\n`.repeat(200)}\r\nHue`);
    });
    servers.push(server);
    expect(await refusal(get(server, '/', { robots: false }))).toBe(
      'fetch-failed: the header of the answer is too large',
    );
  });
  test('no HTTP at all', async () => {
    const server = await serveTcp((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'));
    servers.push(server);
    expect(await refusal(get(server, '/', { robots: false }))).toMatch(/^fetch-failed: /);
  });
  test('a connection cut short', async () => {
    const server = await serveTcp((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 1000\r\n\r\nhalf');
      setTimeout(() => socket.destroy(), 50);
    });
    servers.push(server);
    expect(await refusal(get(server, '/', { robots: false }))).toBe('fetch-failed: the server closed the connection');
  });
});

describe('addresses that are not public', () => {
  test('a literal one is not connected to', async () => {
    let asked = 0;
    const server = await http((_, response) => {
      asked++;
      response.writeHead(200, html).end('secret');
    });
    expect(await refusal(fetchPage(server.url))).toBe('refused-address: 127.0.0.1 is not a public address');
    expect(asked).toBe(0);
  });
  test.each([
    'http://127.0.0.1:9/',
    'http://169.254.169.254/',
    'http://[::ffff:7f00:1]/',
    'http://2130706433/',
    'file:///etc/passwd',
    '//x.example/',
  ])('a redirect to %s', async (location) => {
    const server = await http(pages((_, response) => response.writeHead(302, { location }).end()));
    const resolve = async () => [{ address: '10.1.2.3', family: 4 }];
    expect(await refusal(get(server, '/', { resolve }))).toMatch(/^refused-address: /);
  });
  test('a name that leads to this machine', async () => {
    let asked = 0;
    const server = await http((_, response) => {
      asked++;
      response.writeHead(200, html).end('secret');
    });
    const address = server.url.replace('127.0.0.1', 'localhost');
    expect(await refusal(fetchPage(address, { timeout: 3000 }))).toMatch(/^refused-address: localhost leads to /);
    expect(asked).toBe(0);
  });
  test('a name that changes its answer after the check gains nothing', async () => {
    let asked = 0;
    const server = await http((_, response) => {
      asked++;
      response.writeHead(200, html).end('secret');
    });
    // First a public address nobody answers at, then this machine: each connection is judged by the answer it uses.
    const answers = ['192.88.99.1', '127.0.0.1'];
    const resolve = async () => [{ address: answers.shift() ?? '127.0.0.1', family: 4 }];
    const address = server.url.replace('127.0.0.1', 'rebind.example');
    expect(await refusal(fetchPage(address, { resolve, timeout: 1500, idle: 500 }))).not.toBe('fetched');
    expect(await refusal(fetchPage(address, { resolve, timeout: 1500, idle: 500 }))).toMatch(
      /^refused-address: rebind\.example/,
    );
    expect(asked).toBe(0);
  });
  test('no address', async () =>
    expect(await refusal(fetchPage('not an address'))).toBe('bad-argument: not an address that can be fetched'));
});

describe('robots.txt', () => {
  const site =
    (robots: string | number): Handler =>
    (request, response) => {
      if (request.url !== '/robots.txt') response.writeHead(200, html).end('Hue');
      else if (typeof robots === 'number') response.writeHead(robots).end();
      else response.writeHead(200, { 'content-type': 'text/plain' }).end(robots);
    };
  const check = async (robots: string | number, path: string, expected: RegExp): Promise<void> =>
    expect(await refusal(get(await http(site(robots)), path))).toMatch(expected);
  test('all are kept out', () =>
    check('User-agent: *\nDisallow: /', '/a', /^refused-by-robots: robots\.txt of 127\.0\.0\.1:\d+ does not let us/));
  test('another part is kept out', () => check('User-agent: *\nDisallow: /private', '/a', /^fetched$/));
  test('we are kept out by name', () =>
    check('User-agent: chancery\nDisallow: /\n\nUser-agent: *\nAllow: /', '/a', /^refused-by-robots/));
  test('another robot is kept out by name', () => check('User-agent: other\nDisallow: /', '/a', /^fetched$/));
  test('there is none', () => check(404, '/a', /^fetched$/));
  test('a server that fails is left alone', () => check(503, '/a', /^refused-by-robots/));
  test('it is asked for once', async () => {
    let asked = 0;
    const server = await http((request, response) => {
      if (request.url === '/robots.txt') asked++;
      response.writeHead(200, html).end('Hue');
    });
    await get(server, '/a');
    await get(server, '/b');
    expect(asked).toBe(1);
  });
  test('a redirect does not lead around it', async () => {
    const server = await http((request, response) => {
      if (request.url === '/robots.txt') response.writeHead(200).end('User-agent: *\nDisallow: /private');
      else if (request.url === '/a') response.writeHead(301, { location: '/private/b' }).end();
      else response.writeHead(200, html).end('Hue');
    });
    expect(await refusal(get(server, '/a'))).toMatch(/^refused-by-robots/);
  });
  test('an endless one is cut', async () => {
    const server = await http((request, response) => {
      if (request.url !== '/robots.txt') response.writeHead(200, html).end('Hue');
      else response.writeHead(200).end('User-agent: *\nAllow: /\n'.repeat(100_000));
    });
    expect(await refusal(get(server, '/a'))).toBe('fetched');
  });
});

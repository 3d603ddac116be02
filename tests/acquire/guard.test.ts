import { describe, expect, test } from 'vitest';
import { checkUrl, guardedLookup, isPublicAddress } from '../../src/acquire/guard.ts';
import { describeError } from '../../src/core/index.ts';

const refusal = (address: string, allow: readonly string[] = []): string => {
  try {
    checkUrl(new URL(address), allow);
    return 'allowed';
  } catch (error) {
    return describeError(error).code;
  }
};

describe('literal addresses that are not public, in every form a URL takes', () => {
  const forms = [
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0x7f000001/',
    'http://017700000001/',
    'http://0177.0.0.1/',
    'http://１２７。０．０．１/',
    'http://①②⑦.0.0.1/',
    'http://127.0.0.1./',
    'http://0.0.0.0/',
    'http://10.0.0.8/',
    'http://172.16.3.4/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.64.0.1/',
    'http://192.0.0.8/',
    'http://198.18.0.1/',
    'http://224.0.0.1/',
    'http://240.0.0.1/',
    'http://255.255.255.255/',
    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[::ffff:0:127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[64:ff9b::10.0.0.1]/',
    'http://[2002:7f00:1::]/',
    'http://[2001:0:7f00:1::]/',
    'http://[fd00::1]/',
    'http://[fc00::1]/',
    'http://[fe80::1]/',
    'http://[fec0::1]/',
    'http://[ff02::1]/',
    'http://[2001:db8::1]/',
    'http://[100::1]/',
  ];
  test.each(forms)('%s', (form) => expect(refusal(form)).toBe('refused-address'));
});

describe('other addresses', () => {
  test('a public address', () => expect(refusal('http://93.184.215.14/')).toBe('allowed'));
  test('a public IPv6 address', () => expect(refusal('http://[2606:4700:4700::1111]/')).toBe('allowed'));
  test('a name is left to the look-up', () => expect(refusal('https://news.example/')).toBe('allowed'));
  test.each(['ftp://news.example/', 'file:///etc/passwd', 'data:text/html,x', 'javascript:1', 'gopher://x.example/'])(
    '%s',
    (address) => expect(refusal(address)).toBe('refused-address'),
  );
  test('a user name', () => expect(refusal('http://me:secret@news.example/')).toBe('refused-address'));
  test('what is allowed for tests, and only on its port', () => {
    expect(refusal('http://127.0.0.1:8080/', ['127.0.0.1:8080'])).toBe('allowed');
    expect(refusal('http://127.0.0.1:8081/', ['127.0.0.1:8080'])).toBe('refused-address');
  });
  test('nonsense is not public', () => expect(isPublicAddress('news.example')).toBe(false));
});

describe('looked-up addresses', () => {
  const look = (...addresses: readonly string[]): Promise<string> =>
    new Promise((resolve) => {
      const answers = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
      guardedLookup(async () => answers)('news.example', { all: true }, (error, found) => {
        resolve(
          error === null
            ? (found as { address: string }[]).map(({ address }) => address).join(' ')
            : describeError(error).message,
        );
      });
    });
  test('public ones are given on', async () => expect(await look('93.184.215.14')).toBe('93.184.215.14'));
  test('a private one refuses the name', async () =>
    expect(await look('10.0.0.1')).toBe('news.example leads to 10.0.0.1, not a public address'));
  test('a private one among public ones, too', async () =>
    expect(await look('93.184.215.14', '::1')).toBe('news.example leads to ::1, not a public address'));
  test('no address at all', async () => expect(await look()).toBe('news.example has no address'));
});

// A real provider of sign-ins (the oidc-provider package), on this machine. Whoever types a name there is that person; the
// tick says that the provider saw a second factor.

import { once } from 'node:events';
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

const page = `<!doctype html><html lang="en"><title>Provider</title><h1>Provider</h1><form method="post">
<label>Name <input name="login"></label><label><input type="checkbox" name="mfa" value="yes"> Second factor</label>
<button>Go</button></form></html>`;

async function form(request) {
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  return new URLSearchParams(Buffer.concat(pieces).toString());
}

/** Starts one at this port for this client; gives what ends it. */
export async function provide(port, { id, secret, back }) {
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: id, client_secret: secret, redirect_uris: [back], response_types: ['code'], grant_types: ['authorization_code'] }],
    claims: { openid: ['sub', 'amr'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  });
  const answer = provider.callback();
  const server = createServer(async (request, response) => {
    if (!request.url.startsWith('/interaction/')) return answer(request, response);
    if (request.method === 'GET') return response.setHeader('content-type', 'text/html; charset=utf-8').end(page);
    const typed = await form(request);
    const { params } = await provider.interactionDetails(request, response);
    const accountId = typed.get('login');
    const grant = new provider.Grant({ accountId, clientId: params.client_id });
    grant.addOIDCScope('openid');
    const login = { accountId, amr: typed.has('mfa') ? ['pwd', 'mfa'] : ['pwd'] };
    return provider.interactionFinished(request, response, { login, consent: { grantId: await grant.save() } });
  });
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return () => {
    server.closeAllConnections();
    server.close();
  };
}

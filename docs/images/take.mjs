// Takes the pictures of administration.md from a running console with headless Chromium; see README.md beside this file.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [kind, base, user, password, folder = '.', only = ''] = process.argv.slice(2);
const PATIENCE = 600_000;

// Per picture: address, what has to be in the page, what to press before it is taken, with what that brings, and how wide
// it is, if not as wide as the page.
const subsystem = (name, rest) => `/index.html#configuration;path=configuration~subsystems!css~${name}!${rest}`;
const runtime = (name, rest) =>
  `/index.html#runtime;path=standalone-server-column~standalone-host-standalone-server-column!rss~${name}!${rest}`;
const consoles = {
  payara: {
    login: ['/login.jsf', `document.getElementById('Login.username').value = ${JSON.stringify(user)};
      document.getElementById('Login.password').value = ${JSON.stringify(password)};
      document.getElementById('loginButton').click()`],
    pictures: [
      ['payara-pools', '/jdbc/jdbcConnectionPools.jsf', 'orders-pool'],
      // By the tree, as a page that is opened by its address has the button answered with the console's own error 500.
      ['payara-pool-ping', '/common/index.jsf', 'Common Tasks',
        ['#treeForm:tree:resources:JDBC:connectionPoolResources:orders-pool:link', 'Edit JDBC'],
        ['Ping', 'Ping Succeeded']],
      ['payara-connector', '/jca/resourceAdapterConfigEdit.jsf?name=pizza-orders%23kafka-connector', 'Thread Pool'],
      ['payara-connector-pool', '/jca/connectorConnectionPoolEdit.jsf?name=kafka-pool', 'Pool Settings'],
      ['payara-mail', '/full/mailResourceEdit.jsf?name=mail%2Fnotifications', 'Mail Host'],
      ['payara-application', '/common/applications/applicationEdit.jsf?appName=pizza-orders', 'Deployment Order'],
      ['payara-modules', '/common/applications/applicationEdit.jsf?appName=pizza-orders', 'kafka-connector.rar',
        ['Modules and Components', 'kafka-connector.rar']],
    ],
  },
  wildfly: {
    pictures: [
      ['wildfly-pools', subsystem('datasources', 'data-source-driver~datasources!ds-configuration~non-xa-dsc-orders'),
        'java:/jdbc/orders'],
      ['wildfly-pool', '/index.html#data-source-configuration;name=orders', 'Datasource', ['Pool', 'Max Pool Size']],
      ['wildfly-pool-test', runtime('datasources', 'ds-runtime~non-xa-dsr-orders'), 'Active',
        ['Toggle Dropdown', 'Flush Idle'], ['Test', 'uccess']],
      ['wildfly-connector', '/index.html#resource-adapter;name=kafka-connector', 'bootstrapServers'],
      ['wildfly-connector-factory', '/index.html#resource-adapter;name=kafka-connector', 'bootstrapServers',
        ['Connection Definitions', 'Pool'], ['kafka', 'java:/eis/kafka']],
      ['wildfly-mail', '/index.html#mail-session;name=notifications', 'Mail Session', ['Server', 'pizza-smtp'], ['SMTP', 'pizza-smtp']],
      ['wildfly-application', '/index.html#deployments;path=deployment~dply-pizza-ordersear', 'order-ejb.jar'],
      ['wildfly-consumer', runtime('ejb3', 'ejb3~none'), 'OrderEventsConsumer', ['OrderEventsConsumer', 'View'],
        ['Toggle Dropdown', 'Stop Delivery'], 640],
    ],
  },
};

const profile = mkdtempSync(join(tmpdir(), 'console-'));
const chromium = spawn('chromium', ['--headless=new', '--no-sandbox', '--hide-scrollbars', '--window-size=1280,860',
  '--remote-debugging-port=0', `--user-data-dir=${profile}`], { stdio: ['ignore', 'ignore', 'pipe'] });
const socket = new WebSocket(await new Promise(found => chromium.stderr.on('data', text => {
  const address = /ws:\/\/\S+/.exec(text);
  if (address) found(address[0]);
})));
await new Promise(open => socket.addEventListener('open', open));

let calls = 0;
const waiting = new Map();
const pause = millis => new Promise(done => setTimeout(done, millis));
socket.addEventListener('message', ({ data }) => {
  const message = JSON.parse(data);
  waiting.get(message.id)?.(message.result);
  if (message.method === 'Fetch.authRequired') {
    send('Fetch.continueWithAuth', { requestId: message.params.requestId,
      authChallengeResponse: { response: 'ProvideCredentials', username: user, password } });
  } else if (message.method === 'Fetch.requestPaused') {
    send('Fetch.continueRequest', { requestId: message.params.requestId });
  }
});

let sessionId;
function send(method, params = {}) {
  return new Promise(answer => {
    waiting.set(++calls, answer);
    socket.send(JSON.stringify({ id: calls, method, params, sessionId }));
  });
}

async function evaluate(expression) {
  const answer = await send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true });
  return answer?.result?.value;
}

async function until(expression, what) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await pause(500)) {
    if (await evaluate(expression)) return;
  }
  throw new Error(`${what} is not to be seen in ${await evaluate('document.body.innerText')}`);
}

const shows = text => `document.readyState === 'complete' && document.body.innerText.includes(${JSON.stringify(text)})`;

/** What can be pressed and bears that label, as far as it is to be seen; or what has that id, after a #. */
const pressable = label => label.startsWith('#')
  ? `(document.getElementById(${JSON.stringify(label.slice(1))}) ?? undefined)`
  : `[...document.querySelectorAll('a, button, td, span, input, caption')].find(part =>
    (part.value || part.innerText || '').trim().replace(/ \\(\\d+\\)$/, '') === ${JSON.stringify(label)}
    && part.getClientRects().length > 0)`;

async function press([label, text]) {
  await until(`${pressable(label)} !== undefined`, label);
  await evaluate(`${pressable(label)}.scrollIntoView({ block: ${/^Modules/.test(label) ? "'start'" : "'center'"} })`);
  await evaluate(`${pressable(label)}.click()`);
  await until(shows(text), text);
}

/** A tab of its own for each page: a console may ask before it is left. */
async function open(url) {
  sessionId = undefined;
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  ({ sessionId } = await send('Target.attachToTarget', { targetId, flatten: true }));
  if (!consoles[kind].login) await send('Fetch.enable', { handleAuthRequests: true });
  await send('Page.navigate', { url });
}

async function take([name, path, text, ...presses]) {
  await open(base + path);
  await until(shows(text), text);
  await pause(6_000);
  for (const label of presses.filter(Array.isArray)) await press(label);
  await pause(1_000);
  const [width] = presses.filter(Number.isInteger);
  const clip = width && { x: 0, y: 0, width, height: await evaluate('innerHeight'), scale: 1 };
  const { data } = await send('Page.captureScreenshot', { format: 'png', clip });
  const file = join(folder, `${name}.png`);
  writeFileSync(file, Buffer.from(data, 'base64'));
  spawnSync('pngquant', ['--force', '--ext', '.png', '--quality', '60-90', file]);
  console.log(file);
}

try {
  const { login, pictures } = consoles[kind];
  if (login) {
    await open(base + login[0]);
    await until(`document.getElementById('loginButton') !== null`, 'the login');
    await evaluate(login[1]);
    await until(`!location.pathname.includes('login') && document.readyState === 'complete'`, 'the console');
  }
  for (const picture of pictures.filter(([name]) => name.startsWith(only))) await take(picture);
} finally {
  chromium.kill();
  await new Promise(gone => chromium.on('exit', gone));
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}
process.exit(0);

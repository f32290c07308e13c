import { api, Earlier, Refused } from './api.js';
import { busy } from './checkout.js';
import { announce, byId, h } from './dom.js';
import { clock, has, money, text, translate } from './texts.js';

const CARD_STEPS = ['PENDING', 'PAID', 'CONFIRMED', 'PREPARING', 'READY', 'DELIVERED'];
const CASH_STEPS = CARD_STEPS.filter(step => step !== 'PAID');
const FINAL = ['DELIVERED', 'CANCELLED'];
const CANCELLABLE = ['PENDING', 'PAID', 'PAYMENT_FAILED', 'CONFIRMED'];
const UNKNOWN = ['VALIDATION_FAILED', 'ORDER_NOT_FOUND']; // an invalid id, or one of no order; a server that is starting answers neither
const OFTEN = 1000;
const SELDOM = 4000;

let order;
let payment; // the newest one, while the order waits to be paid again
let timer;

/** Shows the order and follows it until it is delivered or cancelled. */
export async function follow(id) {
  clearTimeout(timer);
  try {
    await take(await api.order(id));
  } catch (failure) {
    if (UNKNOWN.includes(failure.code)) {
      showUnknown();
      return;
    }
    showOffline();
  }
  if (!order || !FINAL.includes(order.status)) {
    clearTimeout(timer);
    timer = setTimeout(() => follow(id), isAboutToChange() ? OFTEN : SELDOM);
  }
}

const isAboutToChange = () => order?.status === 'PENDING' || isBeingPaid();

const isBeingPaid = () => Boolean(payment) && payment.status !== 'FAILED';

async function take(next) {
  const newest = next.status === 'PAYMENT_FAILED' ? await newestPayment(next.id) : undefined;
  const isNews = next.version !== order?.version || newest?.id !== payment?.id || newest?.status !== payment?.status;
  order = next;
  payment = newest;
  byId('offline')?.remove();
  if (isNews) {
    showOrder();
    announce(headline());
  }
}

const newestPayment = orderId => api.payments(orderId).then(([newest]) => newest).catch(() => payment);

/** Shows the order in the current language. */
export function showOrder() {
  if (!order) {
    return;
  }
  const steps = order.paymentMethod === 'CASH' ? CASH_STEPS : CARD_STEPS;
  byId('tracker').replaceChildren(...[
    h('p', { class: 'quiet' }, `${text('order')} ${order.id.slice(-8).toUpperCase()}`),
    h('h1', { id: 'tracker-title' }, headline()),
    order.status === 'CANCELLED' ? order.paymentMethod === 'CARD' && h('p', {}, text('refunded')) : progress(steps),
    order.status === 'PAYMENT_FAILED' && payAgain(),
    contents(),
    h('div', { class: 'actions' },
      CANCELLABLE.includes(order.status) && h('button', { type: 'button', class: 'quiet-button', onclick: cancel }, text('cancel')),
      h('a', { class: 'quiet-button', href: '/' }, text('again'))),
    h('p', { id: 'problem', class: 'error', role: 'alert' }),
  ].filter(Boolean));
}

function headline() {
  if (order.status === 'PENDING' && order.paymentMethod !== 'CASH') {
    return text('PENDING_CARD');
  }
  return text(order.status);
}

function progress(steps) {
  const times = new Map(order.history.map(({ status, at }) => [status, at]));
  const shown = steps.map(step => (step === 'PAID' && order.status === 'PAYMENT_FAILED' ? order.status : step));
  const reached = shown.indexOf(order.status);
  return h('ol', { class: 'progress', 'aria-label': text('progress') }, shown.map((step, index) =>
    h('li', { class: stateOf(step, index, reached), 'aria-current': index === reached && 'step' },
      h('span', {}, text(`step${step}`)),
      index <= reached && times.has(step) && h('time', { datetime: times.get(step) }, clock(times.get(step))))));
}

function stateOf(step, index, reached) {
  if (index !== reached) {
    return index < reached ? 'done' : null;
  }
  return { PAYMENT_FAILED: 'failed', DELIVERED: 'done' }[step] ?? 'now';
}

function payAgain() {
  if (isBeingPaid()) {
    return h('p', { class: 'notice', role: 'status' }, text('paying'));
  }
  const code = payment?.failureReason;
  const reason = code && has(code) ? ` (${text(code)})` : '';
  const form = h('form', { class: 'notice pay-again', onsubmit: pay },
    h('p', {}, text('payAgainLead', reason)),
    h('div', { class: 'field' },
      h('label', { for: 'again-token' }, text('testCard'), ' ', h('span', { class: 'tag' }, text('test'))),
      h('select', { id: 'again-token', name: 'token', 'data-test-cards': true })),
    h('button', { type: 'submit', class: 'main-button' }, `${text('payAgain')} ${money(order.totalAmount, order.currency)}`));
  translate(form);
  return form;
}

async function pay(event) {
  event.preventDefault();
  const form = event.currentTarget;
  await busy(form, () => attempt(() => payWith(form.elements.token.value)));
}

/** First settles an earlier payment without an answer. If that one failed, pays with the given card. */
async function payWith(token) {
  const request = { orderId: order.id, method: 'CARD', token };
  try {
    await api.pay(request);
  } catch (failure) {
    if (!(failure instanceof Earlier)) {
      throw failure;
    }
    await follow(order.id);
    if (payment?.id === failure.answer.id && payment.status === 'FAILED') {
      await api.pay(request);
    }
  }
}

function cancel() {
  const dialog = byId('cancel-dialog');
  dialog.returnValue = 'no';
  dialog.onclose = () => dialog.returnValue === 'yes' && attempt(() => api.cancel(order.id));
  dialog.showModal();
}

/** Does the work and loads the order again, or shows why the work was refused. */
async function attempt(work) {
  const { id } = order;
  try {
    await work();
    await follow(id);
  } catch (failure) {
    byId('problem').textContent = failure instanceof Refused ? failure.message : text('noAnswer');
  }
}

function contents() {
  return h('div', { class: 'contents' },
    h('h2', {}, text('items')),
    h('ul', { class: 'lines' }, order.items.map(item => h('li', {},
      h('div', {}, h('span', { class: 'line-name' }, item.pizzaName), h('span', { class: 'quiet' }, text(item.size))),
      h('span', {}, `× ${item.quantity}`),
      h('span', { class: 'line-price' }, money(item.totalPrice, order.currency))))),
    h('p', { class: 'total' }, h('span', {}, text('total')), h('strong', {}, money(order.totalAmount, order.currency))),
    h('h2', {}, text('delivery')),
    h('p', { class: 'where' }, order.deliveryAddress));
}

function showUnknown() {
  byId('tracker').replaceChildren(
    h('h1', { id: 'tracker-title' }, text('notFound')), h('a', { class: 'main-button', href: '/' }, text('toMenu')));
}

function showOffline() {
  if (!byId('offline')) {
    byId('tracker').append(h('p', { id: 'offline', class: 'notice', role: 'status' }, text('offline')));
  }
}

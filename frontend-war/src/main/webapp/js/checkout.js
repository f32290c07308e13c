import { api, Earlier, isTemporary, Refused } from './api.js';
import { byId, h } from './dom.js';
import { cart } from './cart.js';
import { showMenu } from './menu.js';
import { clock, language, money, text } from './texts.js';

const SOON = 10 * 60 * 1000; // within this time a customer still expects the order
const PAUSE = 4000;
const OWN_WORDS = { 'customer.email': 'emailWrong', 'customer.phone': 'phoneWrong' }; // in the customer's language

/** Lets the form place the order, and calls `placed` with it. */
export function startCheckout(placed) {
  const form = byId('checkout');
  form.addEventListener('change', () => { byId('card-field').hidden = form.elements['payment.method'].value !== 'CARD'; });
  form.addEventListener('input', event => clear(event.target));
  form.addEventListener('submit', async event => {
    event.preventDefault();
    clearAll(form);
    if (!isComplete(form)) {
      return;
    }
    await busy(form, () => place(orderOf(form), placed));
  });
}

async function place(order, placed, send = () => api.placeOrder(order)) {
  try {
    take(await send(), order, placed);
  } catch (failure) {
    if (failure instanceof Earlier) {
      take(failure.answer, failure.content, placed, text('earlier', clock(failure.at)));
    } else if (failure.code === 'PRICE_CHANGED') {
      await askAboutPrice(order, failure.problem, placed);
    } else {
      explain(byId('checkout'), failure);
    }
  }
}

function take(answer, { items }, placed, remark) {
  byId('unanswered').hidden = true;
  cart.ordered(items);
  placed(answer, remark);
}

/** Asks the customer before the price differs from the one on the button. */
async function askAboutPrice(order, { totalAmount, currency }, placed) {
  await showMenu();
  const shown = order.expectedTotal;
  const dialog = byId('price-dialog');
  byId('price-question').textContent =
    text('priceQuestion', money(shown.amount, shown.currency), money(totalAmount, currency));
  dialog.returnValue = 'no';
  dialog.showModal();
  await new Promise(closed => dialog.addEventListener('close', closed, { once: true }));
  if (dialog.returnValue === 'yes') {
    await place({ ...order, expectedTotal: { amount: totalAmount, currency } }, placed);
  }
}

/** After a reload: finds out about an order that has no answer yet, by sending it again with its key. */
export function resume(placed) {
  const order = api.unansweredOrder();
  if (!order) {
    return;
  }
  const findOut = () => busy(byId('checkout'), () => untilAnswered(order, placed));
  if (Date.now() - order.at < SOON) {
    findOut();
  } else {
    notify(text('unansweredOld', clock(order.at)), ' ', h('button', { type: 'button', class: 'quiet-button', onclick: findOut }, text('findOut')));
  }
}

async function untilAnswered(order, placed) {
  notify(text('findingOut'));
  await place(JSON.parse(order.body), placed, () => answerTo(order));
  byId('unanswered').hidden = true;
}

async function answerTo(order) {
  for (;;) {
    try {
      return await api.findOut(order);
    } catch (failure) {
      if (!isTemporary(failure)) {
        throw failure;
      }
    }
    await new Promise(done => setTimeout(done, PAUSE));
  }
}

function notify(...message) {
  const notice = byId('unanswered');
  notice.replaceChildren(...message);
  notice.hidden = false;
}

/** Disables the form's button while the work runs, so that a second click does not order twice. */
export async function busy(form, work) {
  const button = form.querySelector('[type=submit]');
  button.disabled = true;
  try {
    await work();
  } finally {
    button.disabled = false;
  }
}

function orderOf(form) {
  const value = name => form.elements[name].value.trim();
  const method = value('payment.method');
  return {
    customer: {
      name: value('customer.name'), email: value('customer.email'),
      phone: value('customer.phone'), language: language(),
    },
    deliveryAddress: value('deliveryAddress'),
    items: cart.items(),
    payment: { method, token: method === 'CARD' ? value('payment.token') : null },
    expectedTotal: cart.total(),
  };
}

/** The page checks only that required fields are filled. The server decides whether an address or a number is valid. */
function isComplete(form) {
  const wrong = [...form.querySelectorAll('input[required], textarea[required]')].filter(input => {
    const empty = !input.value.trim();
    if (empty) {
      mark(input, text('needed'));
    }
    return empty;
  });
  wrong[0]?.focus();
  return wrong.length === 0;
}

/** Shows each error beside its field, and errors without a field above the form. */
function explain(form, failure) {
  if (!(failure instanceof Refused)) {
    say(text('noAnswer'));
    return;
  }
  const others = failure.errors.filter(error => !showBeside(form, error));
  say([failure.errors.length ? text('someWrong') : failure.message, ...others.map(error => error.message)].join(' '));
  form.querySelector('[aria-invalid]')?.focus();
}

function showBeside(form, { field, message }) {
  const item = /^items\[(\d+)]/.exec(field ?? '');
  if (item) {
    return cart.refuse(Number(item[1]), message);
  }
  const control = form.elements[field];
  const input = control instanceof RadioNodeList ? control[0] : control;
  return Boolean(input) && mark(input, field in OWN_WORDS ? text(OWN_WORDS[field]) : message);
}

function say(message) {
  const refusal = byId('refusal');
  refusal.textContent = message;
  refusal.hidden = false;
  refusal.focus();
}

function mark(input, message) {
  clear(input);
  const id = `${input.name}-error`;
  input.setAttribute('aria-invalid', 'true');
  input.setAttribute('aria-describedby', id);
  input.closest('.field').append(h('p', { class: 'error', id }, message));
  return true;
}

function clear(input) {
  input.removeAttribute('aria-invalid');
  input.removeAttribute('aria-describedby');
  input.closest('.field')?.querySelector('.error')?.remove();
}

function clearAll(form) {
  byId('refusal').hidden = true;
  [...form.elements].forEach(clear);
  cart.clearRefusals();
}

import { announce, byId, h, memory } from './dom.js';
import { money, text } from './texts.js';

const MOST_OF_A_KIND = 20;

let lines = memory.read('cart', []);
let pizzas = new Map();
let refusals = new Map();

/** What the customer wants to order: a list of {pizzaId, size, quantity}. The browser stores it. */
export const cart = {
  /** Learns what is available, and removes what is no longer available. */
  offer(menu) {
    pizzas = new Map(menu.map(pizza => [pizza.id, pizza]));
    change(lines.filter(line => priceOf(line) && pizzas.get(line.pizzaId).available));
  },

  add(pizzaId, size) {
    const line = lines.find(other => other.pizzaId === pizzaId && other.size === size);
    if (line) {
      count(line, 1);
    } else {
      change([...lines, { pizzaId, size, quantity: 1 }]);
    }
    announce(text('added', pizzas.get(pizzaId).name));
  },

  items: () => lines,

  /** The total that the customer sees. */
  total: () => {
    const known = lines.filter(priceOf);
    const currency = pizzas.get(known[0]?.pizzaId)?.currency;
    return currency && { amount: known.reduce((sum, line) => sum + priceOf(line) * line.quantity, 0), currency };
  },

  /** Empties the cart after an order, unless the customer has changed it since. */
  ordered(items) {
    if (sameLines(items, lines)) {
      change([]);
    }
  },

  /** Shows the server's message about items[n] at its line. False if there is no such line. */
  refuse(index, message) {
    refusals.set(lines[index], message);
    show();
    return index in lines;
  },

  clearRefusals,
};

function sameLines(some, others) {
  const written = items => items.map(({ pizzaId, size, quantity }) => `${pizzaId} ${size} ${quantity}`).sort().join();
  return written(some) === written(others);
}

function clearRefusals() {
  refusals = new Map();
  show();
}

function change(next) {
  lines = next;
  refusals = new Map();
  memory.write('cart', lines);
  show();
}

function count(line, step) {
  const quantity = Math.min(line.quantity + step, MOST_OF_A_KIND);
  change(lines.map(other => (other === line ? { ...line, quantity } : other)).filter(other => other.quantity > 0));
}

const priceOf = line => pizzas.get(line.pizzaId)?.prices.find(price => price.size === line.size)?.amount;

function show() {
  const known = lines.filter(priceOf);
  const sum = cart.total();
  const total = sum && money(sum.amount, sum.currency);
  const focused = document.activeElement?.dataset?.step;
  byId('cart').replaceChildren(known.length
    ? h('div', {}, h('ul', { class: 'lines' }, known.map(row)), h('p', { class: 'total' }, h('span', {}, text('total')), h('strong', {}, total)))
    : h('p', { class: 'quiet' }, text('cartEmpty')));
  if (focused) {
    (byId('cart').querySelector(`[data-step="${focused}"]:enabled`) ?? byId('order')).focus();
  }
  byId('checkout').hidden = known.length === 0;
  byId('pay-total').textContent = total ?? '';
  showShortcut(known, total);
}

function showShortcut(known, total) {
  const shortcut = byId('to-cart');
  shortcut.hidden = known.length === 0;
  const number = known.reduce((sum, line) => sum + line.quantity, 0);
  shortcut.replaceChildren(h('span', { class: 'count' }, String(number)), h('span', {}, text('toCart')), h('strong', {}, total ?? ''));
}

function row(line) {
  const pizza = pizzas.get(line.pizzaId);
  const key = `${line.pizzaId}-${line.size}`;
  const refusal = refusals.get(line);
  return h('li', {},
    h('div', {}, h('span', { class: 'line-name' }, pizza.name), h('span', { class: 'quiet' }, text(line.size))),
    h('div', { class: 'steps' },
      step(line, -1, '−', text('less', pizza.name), key),
      h('span', {}, String(line.quantity)),
      step(line, 1, '+', text('more', pizza.name), key)),
    h('span', { class: 'line-price' }, money(priceOf(line) * line.quantity, pizza.currency)),
    refusal && h('p', { class: 'error' }, refusal));
}

const step = (line, by, sign, label, key) => h('button', {
  type: 'button', 'aria-label': label, 'data-step': `${key}${by}`, disabled: by > 0 && line.quantity >= MOST_OF_A_KIND,
  onclick: () => {
    count(line, by);
    announce(lines.length ? `${line.quantity + by} × ${pizzas.get(line.pizzaId).name}. ${text('total')}: ${byId('pay-total').textContent}` : text('cartEmpty'));
  },
}, sign);

/** Shows the cart, also after changes in other tabs. Shows the shortcut to the cart only while the cart is out of view. */
export function startCart() {
  addEventListener('storage', ({ key }) => {
    if (key === 'cart' || key === null) {
      lines = memory.read('cart', []);
      clearRefusals();
    }
  });
  new IntersectionObserver(sights => byId('to-cart').classList.toggle('arrived', sights.at(-1).isIntersecting))
    .observe(byId('order'));
}

export const showCart = show;

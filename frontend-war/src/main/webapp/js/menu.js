import { api } from './api.js';
import { byId, h } from './dom.js';
import { cart } from './cart.js';
import { money, text } from './texts.js';

const USUAL_SIZE = 'MEDIUM';
const PAUSE = 4000;
const chosenSizes = new Map();
let again; // the timer for the next try, if the menu did not load

/** Loads the menu in the current language and shows it. */
export async function showMenu() {
  clearTimeout(again);
  const place = byId('pizzas');
  place.setAttribute('aria-busy', 'true');
  if (!place.querySelector('.card')) {
    place.replaceChildren(h('p', { class: 'notice' }, text('loading')));
  }
  try {
    const pizzas = await api.menu();
    cart.offer(pizzas);
    place.replaceChildren(...(pizzas.length ? pizzas.map(card) : [h('p', { class: 'notice' }, text('menuEmpty'))]));
  } catch {
    place.replaceChildren(h('p', { class: 'notice' }, text('menuFailed'), ' ',
      h('button', { type: 'button', class: 'quiet-button', onclick: showMenu }, text('retry'))));
    again = setTimeout(showMenu, PAUSE);
  }
  place.setAttribute('aria-busy', 'false');
}

function card(pizza) {
  const sizes = pizza.prices.map(price => price.size);
  const size = chosenSizes.get(pizza.id) ?? (sizes.includes(USUAL_SIZE) ? USUAL_SIZE : sizes[0]);
  const price = h('strong', { class: 'price' }, priceOf(pizza, size));
  const choose = chosen => {
    chosenSizes.set(pizza.id, chosen);
    price.textContent = priceOf(pizza, chosen);
  };
  return h('article', { class: pizza.available ? 'card' : 'card sold-out', 'aria-labelledby': `name-${pizza.id}` },
    h('div', { class: 'picture' }, pizza.imageUrl && h('img', { src: pizza.imageUrl, alt: '', width: 200, height: 200, loading: 'lazy' })),
    h('div', { class: 'about' },
      h('h2', { id: `name-${pizza.id}` }, pizza.name),
      h('p', {}, pizza.description),
      h('p', { class: 'ingredients' }, pizza.ingredients.join(', '))),
    sizeChoice(pizza, sizes, size, choose),
    h('div', { class: 'buy' }, price, pizza.available ? addButton(pizza, () => chosenSizes.get(pizza.id) ?? size)
      : h('span', { class: 'tag' }, text('soldOut'))));
}

const priceOf = (pizza, size) => money(pizza.prices.find(price => price.size === size).amount, pizza.currency);

function sizeChoice(pizza, sizes, checked, choose) {
  return h('fieldset', { class: 'sizes', disabled: !pizza.available },
    h('legend', { class: 'unseen' }, text('size')),
    sizes.map(size => h('label', {},
      h('input', { type: 'radio', name: `size-${pizza.id}`, value: size, checked: size === checked, onchange: () => choose(size) }),
      h('span', {}, text(size)))));
}

function addButton(pizza, size) {
  return h('button', {
    type: 'button', class: 'main-button', 'aria-label': text('addNamed', pizza.name),
    onclick: () => cart.add(pizza.id, size()),
  }, text('add'));
}

import { showCart, startCart } from './cart.js';
import { resume, startCheckout } from './checkout.js';
import { byId, memory } from './dom.js';
import { showMenu } from './menu.js';
import { onLanguageChange, translate } from './texts.js';
import { follow, showOrder } from './tracker.js';

const orderOf = location =>
  /^\/orders\/([^/]+)\/?$/.exec(location.pathname)?.[1] ?? new URLSearchParams(location.search).get('order');

/** One page with two views: the shop, and below /orders/ the progress of an order. */
function show() {
  const orderId = orderOf(location);
  byId('shop').hidden = Boolean(orderId);
  byId('tracker').hidden = !orderId;
  byId('remark').hidden = true;
  const last = memory.read('lastOrder');
  byId('last-order').hidden = !last || Boolean(orderId);
  byId('last-order').href = `/orders/${last}`;
  if (orderId) {
    follow(orderId);
  } else {
    showCart();
    showMenu();
  }
}

translate();
onLanguageChange(() => {
  if (orderOf(location)) {
    showOrder();
  } else {
    showCart();
    showMenu();
  }
});
startCart();
const placed = (order, remark) => {
  memory.write('lastOrder', order.id);
  history.pushState(null, '', `/orders/${order.id}`);
  show();
  byId('remark').textContent = remark ?? '';
  byId('remark').hidden = !remark;
  scrollTo(0, 0);
  byId('main').focus({ preventScroll: true });
};
startCheckout(placed);
addEventListener('popstate', () => location.reload());
addEventListener('pageshow', ({ persisted }) => persisted && location.reload()); // the browser shows an old copy of the page
show();
if (!orderOf(location)) {
  resume(placed);
}

import { memory } from './dom.js';

const TEXTS = {
  ru: {
    skip: 'К содержанию', lastOrder: 'Мой заказ', footer: 'Горячая пицца до вашей двери.',
    api: 'API', health: 'Состояние',
    menuTitle: 'Пицца, как вы любите', menuLead: 'Тонкое тесто, настоящая моцарелла, печь на дровах. Выберите размер — остальное за нами.',
    menuFailed: 'Меню не загрузилось.', retry: 'Попробовать ещё раз', loading: 'Загружаем меню…', menuEmpty: 'Сейчас в меню ничего нет. Загляните чуть позже.',
    size: 'Размер', SMALL: 'Малая', MEDIUM: 'Средняя', LARGE: 'Большая',
    add: 'В корзину', addNamed: 'Добавить в корзину: {0}', added: '{0} — в корзине.', soldOut: 'Закончилась',
    cartTitle: 'Ваш заказ', cartEmpty: 'Пока пусто. Добавьте пиццу из меню.', total: 'Итого', less: 'Убрать одну: {0}', more: 'Ещё одну: {0}',
    toCart: 'Оформить заказ', deliveryTitle: 'Куда везти', name: 'Имя', phone: 'Телефон', email: 'Эл. почта', address: 'Адрес доставки',
    payment: 'Оплата', card: 'Картой сейчас', cash: 'Наличными курьеру', testCard: 'Карта', test: 'тест',
    placeOrder: 'Заказать', needed: 'Заполните это поле.', emailWrong: 'Адрес должен быть таким: anna@example.ru.',
    phoneWrong: 'Номер с кодом страны: +79161234567.', someWrong: 'Проверьте отмеченные поля.', noAnswer: 'Нет связи с пиццерией. Проверьте сеть и попробуйте ещё раз.',
    priceQuestion: 'Цена изменилась: было {0}, теперь {1}. Заказать по новой цене?', priceNo: 'Нет, ещё посмотрю', priceYes: 'Да, заказать', findingOut: 'Выясняем, принят ли ваш заказ…', unansweredOld: 'Заказ, отправленный в {0}, остался без ответа. Узнайте, что с ним: если он ещё не принят, мы примем его сейчас.', findOut: 'Узнать и заказать', earlier: 'Это заказ, который вы отправили в {0}: тогда ответа не было, теперь он принят. То, что вы изменили после этого, не заказано.',
    tok_visa: 'Visa — оплата проходит', tok_declined: 'Банк отклоняет', tok_insufficient_funds: 'Недостаточно средств', tok_flaky: 'Проходит с третьей попытки', tok_slow: 'Банк отвечает медленно',
    order: 'Заказ', notFound: 'Такого заказа нет. Проверьте ссылку из письма.', toMenu: 'Вернуться в меню', again: 'Заказать ещё',
    PENDING: 'Заказ принят', PENDING_CARD: 'Ждём подтверждения оплаты', PAID: 'Оплачено', PAYMENT_FAILED: 'Оплата не прошла', CONFIRMED: 'Подтверждён пиццерией',
    PREPARING: 'Готовим', READY: 'Готов, курьер скоро выезжает', DELIVERED: 'Доставлен. Приятного аппетита!', CANCELLED: 'Заказ отменён',
    stepPENDING: 'Принят', stepPAID: 'Оплачен', stepPAYMENT_FAILED: 'Оплата не прошла', stepCONFIRMED: 'Подтверждён', stepPREPARING: 'Готовится', stepREADY: 'Готов', stepDELIVERED: 'Доставлен', stepCANCELLED: 'Отменён',
    refunded: 'Если вы успели оплатить, деньги вернутся на карту.', payAgainLead: 'Банк не провёл платёж{0}. Заказ сохранён: попробуйте другую карту.', payAgain: 'Оплатить ещё раз', paying: 'Платёж обрабатывается…',
    cancel: 'Отменить заказ', cancelQuestion: 'Отменить заказ?', cancelNo: 'Нет, оставить', cancelYes: 'Да, отменить', items: 'Состав заказа', delivery: 'Доставка', progress: 'Путь заказа', offline: 'Нет связи, пробуем снова…',
    insufficient_funds: 'недостаточно средств', card_declined: 'карта отклонена', generic_decline: 'карта отклонена', expired_card: 'срок действия карты истёк', incorrect_cvc: 'неверный код CVC', processing_error: 'сбой при обработке платежа',
  },
  en: {
    skip: 'Skip to content', lastOrder: 'My order', footer: 'Hot pizza, to your door.',
    api: 'API', health: 'Health',
    menuTitle: 'Pizza the way you like it', menuLead: 'Thin crust, real mozzarella, a wood-fired oven. Choose a size; leave the rest to us.',
    menuFailed: 'The menu could not be loaded.', retry: 'Try again', loading: 'Loading the menu…', menuEmpty: 'There is nothing on the menu right now. Please look in again later.',
    size: 'Size', SMALL: 'Small', MEDIUM: 'Medium', LARGE: 'Large',
    add: 'Add', addNamed: 'Add to the order: {0}', added: '{0} added.', soldOut: 'Sold out',
    cartTitle: 'Your order', cartEmpty: 'Nothing here yet. Add a pizza from the menu.', total: 'Total', less: 'One less: {0}', more: 'One more: {0}',
    toCart: 'Check out', deliveryTitle: 'Where to', name: 'Name', phone: 'Phone', email: 'E-mail', address: 'Delivery address',
    payment: 'Payment', card: 'By card, now', cash: 'In cash, to the courier', testCard: 'Card', test: 'test',
    placeOrder: 'Order', needed: 'Please fill this in.', emailWrong: 'An address looks like anna@example.com.',
    phoneWrong: 'With the country code, such as +79161234567.', someWrong: 'Please look at the marked fields.', noAnswer: 'The pizzeria cannot be reached. Check your connection and try again.',
    priceQuestion: 'The price has changed: it was {0}, now it is {1}. Order at the new price?', priceNo: 'No, let me look', priceYes: 'Yes, order', findingOut: 'We are finding out whether your order was taken…', unansweredOld: 'The order that you sent at {0} had no answer. Find out what became of it: if it was not taken yet, we take it now.', findOut: 'Find out and order', earlier: 'This is the order that you sent at {0}: it had no answer then, and is taken now. What you have changed since was not ordered.',
    tok_visa: 'Visa, pays', tok_declined: 'Declined by the bank', tok_insufficient_funds: 'Insufficient funds', tok_flaky: 'Pays at the third attempt', tok_slow: 'The bank is slow',
    order: 'Order', notFound: 'There is no such order. Check the link in your e-mail.', toMenu: 'Back to the menu', again: 'Order another',
    PENDING: 'Order received', PENDING_CARD: 'Waiting for the payment', PAID: 'Paid', PAYMENT_FAILED: 'The payment failed', CONFIRMED: 'Confirmed by the pizzeria',
    PREPARING: 'In the making', READY: 'Ready, the courier sets off soon', DELIVERED: 'Delivered. Enjoy!', CANCELLED: 'Cancelled',
    stepPENDING: 'Received', stepPAID: 'Paid', stepPAYMENT_FAILED: 'Payment failed', stepCONFIRMED: 'Confirmed', stepPREPARING: 'In the making', stepREADY: 'Ready', stepDELIVERED: 'Delivered', stepCANCELLED: 'Cancelled',
    refunded: 'If you had paid already, the money goes back to your card.', payAgainLead: 'The bank did not accept the payment{0}. Your order is kept: try another card.', payAgain: 'Pay again', paying: 'The payment is being processed…',
    cancel: 'Cancel the order', cancelQuestion: 'Cancel the order?', cancelNo: 'No, keep it', cancelYes: 'Yes, cancel', items: 'What you ordered', delivery: 'Delivery', progress: 'Progress', offline: 'No connection, trying again…',
    insufficient_funds: 'insufficient funds', card_declined: 'card declined', generic_decline: 'card declined', expired_card: 'card expired', incorrect_cvc: 'wrong security code', processing_error: 'the payment could not be processed',
  },
};
const TEST_CARDS = ['tok_visa', 'tok_declined', 'tok_insufficient_funds', 'tok_flaky', 'tok_slow'];

let current = memory.read('language') ?? (navigator.language.startsWith('ru') ? 'ru' : 'en');

export const language = () => current;

export const has = key => key in TEXTS[current];

/** The text of that name, with {0} and so on filled in. */
export const text = (key, ...values) =>
  (TEXTS[current][key] ?? key).replace(/\{(\d)\}/g, (_, index) => values[index] ?? '');

/** By ISO 4217, as the service counts; browsers have their own opinion of dinars and leks. All others have two. */
const DECIMALS = Object.fromEntries([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' ').map(code => [code, 0]),
  ...'BHD JOD KWD OMR TND'.split(' ').map(code => [code, 3]),
]);

export const decimals = currency => DECIMALS[currency] ?? 2;

/** An amount in minor units; whole units without a fraction. */
export function money(amount, currency) {
  const digits = decimals(currency);
  const units = amount / 10 ** digits;
  return new Intl.NumberFormat(current, {
    style: 'currency', currency, currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: Number.isInteger(units) ? 0 : digits, maximumFractionDigits: digits,
  }).format(units);
}

export const clock = time => new Date(time).toLocaleTimeString(current, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** Writes all fixed texts of the page in the current language. */
export function translate(root = document) {
  document.documentElement.lang = current;
  root.querySelectorAll('[data-text]').forEach(element => { element.textContent = text(element.dataset.text); });
  root.querySelectorAll('[data-language]').forEach(button =>
    button.setAttribute('aria-pressed', button.dataset.language === current));
  root.querySelectorAll('[data-test-cards]').forEach(fillTestCards);
}

function fillTestCards(select) {
  const chosen = select.value || TEST_CARDS[0];
  select.replaceChildren(...TEST_CARDS.map(token => new Option(text(token), token)));
  select.value = chosen;
}

export function onLanguageChange(listener) {
  document.querySelectorAll('[data-language]').forEach(button => button.addEventListener('click', () => {
    current = button.dataset.language;
    memory.write('language', current);
    translate();
    listener();
  }));
}

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
    menuTitle: 'Pizza the way you like it', menuLead: 'Thin crust, real mozzarella, a wood-fired oven. Choose a size, we do the rest.',
    menuFailed: 'The menu could not be loaded.', retry: 'Try again', loading: 'Loading the menu…', menuEmpty: 'The menu is empty right now. Please come back later.',
    size: 'Size', SMALL: 'Small', MEDIUM: 'Medium', LARGE: 'Large',
    add: 'Add', addNamed: 'Add to the order: {0}', added: '{0} added.', soldOut: 'Sold out',
    cartTitle: 'Your order', cartEmpty: 'Your cart is empty. Add a pizza from the menu.', total: 'Total', less: 'One less: {0}', more: 'One more: {0}',
    toCart: 'Check out', deliveryTitle: 'Delivery', name: 'Name', phone: 'Phone', email: 'E-mail', address: 'Delivery address',
    payment: 'Payment', card: 'Card, pay now', cash: 'Cash, pay the courier', testCard: 'Card', test: 'test',
    placeOrder: 'Order', needed: 'Please fill in this field.', emailWrong: 'Please enter an address like anna@example.com.',
    phoneWrong: 'Please enter the number with its country code, such as +79161234567.', someWrong: 'Please check the marked fields.', noAnswer: 'We cannot reach the pizzeria. Please check your connection and try again.',
    priceQuestion: 'The price has changed from {0} to {1}. Do you want to order at the new price?', priceNo: 'No, go back', priceYes: 'Yes, order', findingOut: 'We are checking whether we received your order…', unansweredOld: 'You sent an order at {0}, but got no answer. We can check it now. If we did not receive it, we will take it now.', findOut: 'Check and order', earlier: 'This is the order that you sent at {0}. You got no answer then, but we have accepted it now. Later changes were not ordered.',
    tok_visa: 'Visa, payment succeeds', tok_declined: 'Declined by the bank', tok_insufficient_funds: 'Not enough money', tok_flaky: 'Succeeds at the third attempt', tok_slow: 'The bank is slow',
    order: 'Order', notFound: 'We cannot find this order. Please check the link in your e-mail.', toMenu: 'Back to the menu', again: 'Order again',
    PENDING: 'Order received', PENDING_CARD: 'Waiting for your payment', PAID: 'Paid', PAYMENT_FAILED: 'The payment failed', CONFIRMED: 'Confirmed by the pizzeria',
    PREPARING: 'We are making your pizza', READY: 'Ready. The courier leaves soon', DELIVERED: 'Delivered. Enjoy!', CANCELLED: 'Cancelled',
    stepPENDING: 'Received', stepPAID: 'Paid', stepPAYMENT_FAILED: 'Payment failed', stepCONFIRMED: 'Confirmed', stepPREPARING: 'In preparation', stepREADY: 'Ready', stepDELIVERED: 'Delivered', stepCANCELLED: 'Cancelled',
    refunded: 'If you have already paid, you will get the money back on your card.', payAgainLead: 'The bank did not accept the payment{0}. We have kept your order. Please try another card.', payAgain: 'Pay again', paying: 'We are processing your payment…',
    cancel: 'Cancel the order', cancelQuestion: 'Cancel the order?', cancelNo: 'No, keep it', cancelYes: 'Yes, cancel', items: 'Your order', delivery: 'Delivery', progress: 'Progress', offline: 'No connection. Trying again…',
    insufficient_funds: 'not enough money', card_declined: 'card declined', generic_decline: 'card declined', expired_card: 'card expired', incorrect_cvc: 'wrong security code', processing_error: 'the payment could not be processed',
  },
};
const TEST_CARDS = ['tok_visa', 'tok_declined', 'tok_insufficient_funds', 'tok_flaky', 'tok_slow'];

let current = memory.read('language') ?? (navigator.language.startsWith('ru') ? 'ru' : 'en');

export const language = () => current;

export const has = key => key in TEXTS[current];

/** The text with that key. Values replace {0} and so on. */
export const text = (key, ...values) =>
  (TEXTS[current][key] ?? key).replace(/\{(\d)\}/g, (_, index) => values[index] ?? '');

/** Decimals by ISO 4217, as in the services, because browsers differ for some currencies. All others have two. */
const DECIMALS = Object.fromEntries([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' ').map(code => [code, 0]),
  ...'BHD JOD KWD OMR TND'.split(' ').map(code => [code, 3]),
]);

export const decimals = currency => DECIMALS[currency] ?? 2;

/** Formats an amount in minor units. Whole units have no fraction. */
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

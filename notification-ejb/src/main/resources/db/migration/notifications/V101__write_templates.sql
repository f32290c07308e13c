-- The texts that a new installation starts with; from then on they are edited in the table, by the API.
-- E-mails go out for every step; short messages only where somebody has to act or to know at once; pushes and webhooks
-- wherever there is a token or an address for them. An e-mail's greeting and footer come from its frame.

insert into notification_templates (type, channel, language, subject, body) values

-- The order was taken -------------------------------------------------------------------------------------------------
('OrderCreated', 'EMAIL', 'ru', 'Заказ № {{order.number}} принят', '<p>Спасибо за заказ! Мы его получили. Вот что в нём:</p>
<table>
{{#order.items}}<tr><td>{{name}}, {{size}}</td><td>{{quantity}} × {{unitPrice}}</td><td>{{total}}</td></tr>
{{/order.items}}</table>
<p><strong>Итого: {{order.total}}</strong></p>
{{#order.cash}}<p>Оплата наличными курьеру при получении.</p>{{/order.cash}}
{{^order.cash}}<p>Как только пройдёт оплата, мы вам напишем.</p>{{/order.cash}}'),
('OrderCreated', 'EMAIL', 'en', 'We have your order {{order.number}}', '<p>Thank you for your order! We have it safe and sound. Here is what you chose:</p>
<table>
{{#order.items}}<tr><td>{{name}}, {{size}}</td><td>{{quantity}} × {{unitPrice}}</td><td>{{total}}</td></tr>
{{/order.items}}</table>
<p><strong>Total: {{order.total}}</strong></p>
{{#order.cash}}<p>You pay in cash when the courier arrives.</p>{{/order.cash}}
{{^order.cash}}<p>We will write to you as soon as the payment has gone through.</p>{{/order.cash}}'),
('OrderCreated', 'PUSH', 'ru', 'Заказ № {{order.number}} принят', 'Спасибо! Сумма заказа: {{order.total}}.'),
('OrderCreated', 'PUSH', 'en', 'We have your order {{order.number}}', 'Thank you! The total is {{order.total}}.'),

-- It is paid for ------------------------------------------------------------------------------------------------------
('OrderPaid', 'EMAIL', 'ru', 'Заказ № {{order.number}} оплачен', '<p>Ваш заказ оплачен и передан в пиццерию.</p>
<p>Мы сообщим, как только его возьмут в работу.</p>'),
('OrderPaid', 'EMAIL', 'en', 'Your order {{order.number}} is paid', '<p>Your order is paid for and on its way to the pizzeria.</p>
<p>We will let you know as soon as they take it on.</p>'),
('OrderPaid', 'PUSH', 'ru', 'Заказ № {{order.number}} оплачен', 'Передаём его в пиццерию.'),
('OrderPaid', 'PUSH', 'en', 'Your order {{order.number}} is paid', 'We are passing it to the pizzeria.'),

-- The pizzeria has taken it on ----------------------------------------------------------------------------------------
('OrderConfirmed', 'EMAIL', 'ru', 'Пиццерия приняла заказ № {{order.number}}', '<p>Пиццерия подтвердила ваш заказ, и скоро повара примутся за дело.</p>
{{#order.cash}}<p>Пожалуйста, приготовьте {{order.total}} для курьера.</p>{{/order.cash}}'),
('OrderConfirmed', 'EMAIL', 'en', 'The pizzeria has confirmed your order {{order.number}}', '<p>The pizzeria has confirmed your order, and the cooks will start on it shortly.</p>
{{#order.cash}}<p>Please have {{order.total}} ready for the courier.</p>{{/order.cash}}'),
('OrderConfirmed', 'PUSH', 'ru', 'Заказ № {{order.number}} подтверждён', 'Скоро начнём готовить.'),
('OrderConfirmed', 'PUSH', 'en', 'Your order {{order.number}} is confirmed', 'We will start cooking shortly.'),

-- The kitchen is at it ------------------------------------------------------------------------------------------------
('OrderPreparing', 'EMAIL', 'ru', 'Готовим ваш заказ № {{order.number}}', '<p>Тесто раскатано, печь разогрета: ваш заказ уже готовится.</p>'),
('OrderPreparing', 'EMAIL', 'en', 'We are making your order {{order.number}}', '<p>The dough is rolled out and the oven is hot: your order is being made right now.</p>'),
('OrderPreparing', 'PUSH', 'ru', 'Готовим заказ № {{order.number}}', 'Печь уже горячая!'),
('OrderPreparing', 'PUSH', 'en', 'We are making your order {{order.number}}', 'The oven is hot!'),

-- It waits for the courier --------------------------------------------------------------------------------------------
('OrderReady', 'EMAIL', 'ru', 'Заказ № {{order.number}} готов', '<p>Ваш заказ готов и упакован. Курьер вот-вот отправится к вам.</p>
{{#order.cash}}<p>К оплате при получении: {{order.total}}.</p>{{/order.cash}}'),
('OrderReady', 'EMAIL', 'en', 'Your order {{order.number}} is ready', '<p>Your order is ready and packed. The courier is about to set off.</p>
{{#order.cash}}<p>To pay on delivery: {{order.total}}.</p>{{/order.cash}}'),
('OrderReady', 'SMS', 'ru', null, 'Pizza Orders: заказ № {{order.number}} готов, курьер скоро выезжает.'),
('OrderReady', 'SMS', 'en', null, 'Pizza Orders: your order {{order.number}} is ready, the courier is about to set off.'),
('OrderReady', 'PUSH', 'ru', 'Заказ № {{order.number}} готов', 'Курьер скоро выезжает.'),
('OrderReady', 'PUSH', 'en', 'Your order {{order.number}} is ready', 'The courier is about to set off.'),

-- It has arrived ------------------------------------------------------------------------------------------------------
('OrderDelivered', 'EMAIL', 'ru', 'Приятного аппетита!', '<p>Заказ № {{order.number}} доставлен. Приятного аппетита!</p>
<p>Спасибо, что выбрали нас. Будем рады готовить для вас снова.</p>'),
('OrderDelivered', 'EMAIL', 'en', 'Enjoy your meal!', '<p>Your order {{order.number}} has been delivered. Enjoy your meal!</p>
<p>Thank you for choosing us. We would love to cook for you again.</p>'),
('OrderDelivered', 'PUSH', 'ru', 'Приятного аппетита!', 'Заказ № {{order.number}} доставлен.'),
('OrderDelivered', 'PUSH', 'en', 'Enjoy your meal!', 'Your order {{order.number}} has been delivered.'),

-- It will not come ----------------------------------------------------------------------------------------------------
('OrderCancelled', 'EMAIL', 'ru', 'Заказ № {{order.number}} отменён', '<p>Ваш заказ отменён.{{#reason}} Причина: {{reason}}.{{/reason}}</p>
{{^order.cash}}<p>Если вы уже оплатили его, деньги вернутся туда, откуда пришли. Мы напишем, когда отправим возврат.</p>{{/order.cash}}
<p>Надеемся приготовить для вас в другой раз.</p>'),
('OrderCancelled', 'EMAIL', 'en', 'Your order {{order.number}} is cancelled', '<p>Your order has been cancelled.{{#reason}} The reason: {{reason}}.{{/reason}}</p>
{{^order.cash}}<p>If you have already paid, the money goes back to where it came from. We will write to you when the refund is on its way.</p>{{/order.cash}}
<p>We hope to cook for you another time.</p>'),
('OrderCancelled', 'SMS', 'ru', null, 'Pizza Orders: заказ № {{order.number}} отменён.{{#reason}} Причина: {{reason}}.{{/reason}}'),
('OrderCancelled', 'SMS', 'en', null, 'Pizza Orders: your order {{order.number}} is cancelled.{{#reason}} The reason: {{reason}}.{{/reason}}'),
('OrderCancelled', 'PUSH', 'ru', 'Заказ № {{order.number}} отменён', '{{#reason}}Причина: {{reason}}. {{/reason}}Надеемся увидеться снова.'),
('OrderCancelled', 'PUSH', 'en', 'Your order {{order.number}} is cancelled', '{{#reason}}The reason: {{reason}}. {{/reason}}We hope to see you again.'),

-- The money is there --------------------------------------------------------------------------------------------------
('PaymentCompleted', 'EMAIL', 'ru', 'Оплата {{payment.amount}} получена', '<p>Мы получили вашу оплату: <strong>{{payment.amount}}</strong>{{#payment.cash}}, наличными{{/payment.cash}}. Спасибо!</p>
<table>
{{#order.items}}<tr><td>{{name}}, {{size}}</td><td>{{quantity}} × {{unitPrice}}</td><td>{{total}}</td></tr>
{{/order.items}}</table>'),
('PaymentCompleted', 'EMAIL', 'en', 'Your payment of {{payment.amount}} has arrived', '<p>We have received your payment: <strong>{{payment.amount}}</strong>{{#payment.cash}}, in cash{{/payment.cash}}. Thank you!</p>
<table>
{{#order.items}}<tr><td>{{name}}, {{size}}</td><td>{{quantity}} × {{unitPrice}}</td><td>{{total}}</td></tr>
{{/order.items}}</table>'),
('PaymentCompleted', 'PUSH', 'ru', 'Оплата получена', 'Заказ № {{order.number}}: {{payment.amount}}. Спасибо!'),
('PaymentCompleted', 'PUSH', 'en', 'Payment received', 'Order {{order.number}}: {{payment.amount}}. Thank you!'),

-- It is not -----------------------------------------------------------------------------------------------------------
('PaymentFailed', 'EMAIL', 'ru', 'Не удалось оплатить заказ № {{order.number}}', '<p>Оплата на сумму {{payment.amount}} не прошла{{#payment.reason}}: {{payment.reason}}{{/payment.reason}}. Деньги не списаны.</p>
<p>Заказ мы сохранили: откройте его и оплатите ещё раз, например другой картой.</p>'),
('PaymentFailed', 'EMAIL', 'en', 'The payment for your order {{order.number}} failed', '<p>Your payment of {{payment.amount}} did not go through{{#payment.reason}}: {{payment.reason}}{{/payment.reason}}. You have not been charged.</p>
<p>We are keeping your order: open it and pay again, perhaps with another card.</p>'),
('PaymentFailed', 'SMS', 'ru', null, 'Pizza Orders: оплата заказа № {{order.number}} не прошла. Оплатите ещё раз: {{order.url}}'),
('PaymentFailed', 'SMS', 'en', null, 'Pizza Orders: the payment for your order {{order.number}} failed. Pay again: {{order.url}}'),
('PaymentFailed', 'PUSH', 'ru', 'Оплата не прошла', 'Заказ № {{order.number}} ждёт: оплатите его ещё раз.'),
('PaymentFailed', 'PUSH', 'en', 'Payment failed', 'Your order {{order.number}} is waiting: please pay again.'),

-- It goes back --------------------------------------------------------------------------------------------------------
('PaymentRefunded', 'EMAIL', 'ru', 'Возвращаем {{payment.amount}} за заказ № {{order.number}}', '{{#payment.cash}}<p>Мы вернули вам {{payment.amount}}.</p>{{/payment.cash}}
{{^payment.cash}}<p>Мы отправили возврат: <strong>{{payment.amount}}</strong> придут на карту, которой вы платили.</p>
<p>Обычно на это уходит несколько рабочих дней: это зависит от банка.</p>{{/payment.cash}}'),
('PaymentRefunded', 'EMAIL', 'en', 'We are refunding {{payment.amount}} for your order {{order.number}}', '{{#payment.cash}}<p>We have given you back {{payment.amount}}.</p>{{/payment.cash}}
{{^payment.cash}}<p>Your refund is on its way: <strong>{{payment.amount}}</strong> will arrive on the card that you paid with.</p>
<p>It usually takes a few working days, depending on your bank.</p>{{/payment.cash}}'),
('PaymentRefunded', 'PUSH', 'ru', 'Возврат отправлен', 'Заказ № {{order.number}}: возвращаем {{payment.amount}}.'),
('PaymentRefunded', 'PUSH', 'en', 'Refund on its way', 'Order {{order.number}}: we are refunding {{payment.amount}}.'),

-- By hand: data carries text, and subject if it should have one of its own --------------------------------------------
('StaffMessage', 'EMAIL', 'ru', '{{subject}}{{^subject}}Сообщение от Pizza Orders{{/subject}}', '<p>{{text}}</p>'),
('StaffMessage', 'EMAIL', 'en', '{{subject}}{{^subject}}A message from Pizza Orders{{/subject}}', '<p>{{text}}</p>'),
('StaffMessage', 'SMS', 'ru', null, 'Pizza Orders: {{text}}'),
('StaffMessage', 'SMS', 'en', null, 'Pizza Orders: {{text}}'),
('StaffMessage', 'PUSH', 'ru', '{{subject}}{{^subject}}Сообщение от Pizza Orders{{/subject}}', '{{text}}'),
('StaffMessage', 'PUSH', 'en', '{{subject}}{{^subject}}A message from Pizza Orders{{/subject}}', '{{text}}');

insert into notification_templates (type, channel, language, subject, body)
select type, 'WEBHOOK', language, subject, body from notification_templates where channel = 'PUSH';

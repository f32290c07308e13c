-- What the provider answered to each call is kept for a while after the payment is settled, and then purged.

create index payment_attempts_age_ix on payment_attempts (at);

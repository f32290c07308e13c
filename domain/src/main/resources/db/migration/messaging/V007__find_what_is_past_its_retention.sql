-- What operators did is kept for a while, and then purged.

create index operator_actions_age_ix on operator_actions (taken_at);

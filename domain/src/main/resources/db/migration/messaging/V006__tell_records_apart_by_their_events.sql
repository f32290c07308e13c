-- A topic that is made anew counts its offsets from the beginning: what stands there then is another event, and must not
-- pass for one that is here already. Hashed, as a stranger's id may be too long for an index.

alter table dead_letters drop constraint dead_letters_record_uq;
create unique index dead_letters_record_ux
    on dead_letters (consumer, topic, record_partition, record_offset, md5(coalesce(event_id, '')));

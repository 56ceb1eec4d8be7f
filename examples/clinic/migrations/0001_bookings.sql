create table if not exists clinic_bookings (
  id text primary key,
  user_id text not null,
  locale text not null,
  doctor text not null,
  slot text not null,
  cancelled_by text
);
create unique index if not exists clinic_bookings_once
  on clinic_bookings (doctor, slot) where cancelled_by is null;
create index if not exists clinic_bookings_of_person on clinic_bookings (user_id, slot);
create index if not exists clinic_bookings_on_day on clinic_bookings (slot);
create table if not exists clinic_commands (
  id text primary key,
  outcome text not null,
  booking text,
  created_at timestamp not null default current_timestamp
);

-- A register of one asset. Rows have room beside them, so that a new balance mostly stays on its page.
create table account (
    id int primary key,
    balance bigint not null check (balance >= 0)
) with (fillfactor = 80);

create table history (
    id bigint generated always as identity primary key,
    at timestamptz not null default now(),
    payer int not null,
    payee int not null,
    quantity bigint not null
);

insert into account select id, 1000000000 from generate_series(1, :accounts) id;

-- Whoever comes first in the table is locked first, so that nobody waits in a circle.
create function transfer(giver int, receiver int, moved bigint) returns void language plpgsql as $$
begin
    if giver < receiver then
        update account set balance = balance - moved where id = giver;
        update account set balance = balance + moved where id = receiver;
    else
        update account set balance = balance + moved where id = receiver;
        update account set balance = balance - moved where id = giver;
    end if;
    insert into history (payer, payee, quantity) values (giver, receiver, moved);
end $$;

-- So many transfers between any two accounts, drawn here: what they are does not even have to be sent.
create function transfers(how_many int, accounts int) returns void language plpgsql as $$
declare
    givers int[];
    receivers int[];
begin
    select array_agg(1 + floor(random() * accounts)::int), array_agg(1 + floor(random() * accounts)::int)
        into givers, receivers from generate_series(1, how_many);
    perform from account where id = any(givers || receivers) order by id for update;
    update account set balance = balance + change.of_all
        from (select id, sum(moved) of_all
            from (select unnest(givers) id, -1 moved union all select unnest(receivers), 1) each
            group by id) change
        where account.id = change.id;
    insert into history (payer, payee, quantity)
        select giver, receiver, 1 from unnest(givers, receivers) as pair(giver, receiver);
end $$;

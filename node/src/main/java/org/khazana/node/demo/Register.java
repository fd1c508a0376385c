package org.khazana.node.demo;

import java.util.Optional;
import org.khazana.api.client.LedgerClient;
import org.khazana.api.json.AccountJson;
import org.khazana.api.json.AccountJson.PositionJson;
import org.khazana.api.json.MotionJson;
import org.khazana.api.json.ProgrammeJson;
import org.khazana.api.json.RestrictionJson;
import org.khazana.api.json.SerialJson;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;

/** What the register says, asked of any validator; each answer knows everything that was acknowledged before. */
final class Register {
    private final LedgerClient client;

    Register(LedgerClient client) {
        this.client = client;
    }

    ProgrammeJson programme(String code) {
        return known(client.programme(code), "programme " + code);
    }

    MotionJson motion(String id) {
        return known(client.motion(id), "motion " + id);
    }

    boolean knows(AssetCode asset) {
        return client.asset(asset.text()).isPresent();
    }

    RestrictionJson restriction(long number) {
        return known(client.restriction(number), "restriction " + number);
    }

    AccountJson account(AccountId account) {
        return known(client.account(account.number()), "account " + account);
    }

    /** What the account holds of the asset; it must hold some. */
    PositionJson position(AccountId account, AssetCode asset) {
        Optional<PositionJson> held =
                known(client.positions(account.number()), "account " + account).positions().stream()
                        .filter(position -> position.asset().equals(asset.text()))
                        .findFirst();
        return known(held, "anything of " + asset + " in account " + account);
    }

    /** A token with the newest of its movements. */
    SerialJson token(AssetCode asset, String serial) {
        return known(client.serial(asset.text(), serial), "token " + serial + " of " + asset);
    }

    private static <T> T known(Optional<T> answer, String what) {
        return answer.orElseThrow(() -> new DemoFailed("no validator knows " + what));
    }
}

package org.khazana.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.form.Form;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.OperationForms;
import org.khazana.ledger.operation.OpposeMotion;
import org.khazana.ledger.operation.RunDueWork;
import org.khazana.ledger.operation.SupportMotion;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.time.DueKind;

/** The rule tables leave out no operation and no refusal. */
class RuleCoverageTest {
    private static final Pattern CODE = Pattern.compile("[0-9]{4,5} ([A-Z_]+)");

    private final TestNetwork network = new TestNetwork();

    @Test
    void everyOperationIsAcceptedInSomeTableAndRefusedInSome() throws IOException {
        Set<String> accepted = new TreeSet<>();
        Set<String> refused = new TreeSet<>();
        for (String table : RuleTables.names()) {
            for (Attempt attempt : RuleTables.read(table)) {
                if (attempt.isAttempt()) {
                    (attempt.result().equals("accepted") ? accepted : refused).addAll(names(attempt));
                }
            }
        }
        Set<String> all = OperationForms.all().stream().map(Form::name).collect(Collectors.toCollection(TreeSet::new));
        for (DueKind kind : DueKind.values()) {
            all.add(name(kind));
        }
        assertThat(accepted).isEqualTo(all);
        assertThat(refused).isEqualTo(all);
    }

    /** Of due work, of which kind as well. What a motion is for is not counted for that. */
    private Set<String> names(Attempt attempt) {
        String first = attempt.what().split(" ", -1)[0];
        if (first.equals("support")) {
            return Set.of(Form.of(SupportMotion.class).name());
        } else if (first.equals("oppose")) {
            return Set.of(Form.of(OpposeMotion.class).name());
        }
        Operation operation = attempt.operation(attempt.what(), network);
        String name = OperationForms.of(operation).name();
        return operation instanceof RunDueWork run ? Set.of(name, name(run.kind())) : Set.of(name);
    }

    private static String name(DueKind kind) {
        return "runDueWork " + kind;
    }

    @Test
    void everyRefusalIsExpectedInSomeTableOrShownByAnotherTest() throws IOException {
        Set<RefusalCode> expected = EnumSet.noneOf(RefusalCode.class);
        for (String table : RuleTables.names()) {
            for (Attempt attempt : RuleTables.read(table)) {
                Matcher codes = CODE.matcher(attempt.result());
                while (codes.find()) {
                    expected.add(RefusalCode.valueOf(codes.group(1)));
                }
            }
        }
        Map<RefusalCode, String> elsewhere = shownElsewhere();
        assertThat(expected).doesNotContainAnyElementsOf(elsewhere.keySet());
        expected.addAll(elsewhere.keySet());
        assertThat(expected).containsExactlyInAnyOrder(RefusalCode.values());
    }

    @Test
    void theOtherTestsNameTheRefusalsThatTheyShow() throws IOException {
        for (Map.Entry<RefusalCode, String> shown : shownElsewhere().entrySet()) {
            assertThat(RuleTables.sourceOf(shown.getValue()))
                    .contains(shown.getKey().name());
        }
    }

    /** What no row can show: wrong bytes and times, a bug in the ledger, and counts that would fill pages. */
    private static Map<RefusalCode, String> shownElsewhere() {
        Map<RefusalCode, String> shown = new EnumMap<>(RefusalCode.class);
        shown.put(RefusalCode.MALFORMED, "wire.TransactionCodecTest");
        shown.put(RefusalCode.BOUND_EXCEEDED, "wire.TransactionCodecTest");
        shown.put(RefusalCode.OPERATION_UNKNOWN, "wire.TransactionCodecTest");
        shown.put(RefusalCode.CHAIN_WRONG, "wire.TransactionCodecTest");
        shown.put(RefusalCode.SIGNATURE_INVALID, "rules.AuthorisationMutationTest");
        shown.put(RefusalCode.SENDER_SIGNATURE_MISSING, "rules.AuthorisationMutationTest");
        shown.put(RefusalCode.EXPIRED_OR_TOO_EARLY, "execution.ExactlyOnceTest");
        shown.put(RefusalCode.REQUEST_ID_REUSED, "execution.ExactlyOnceTest");
        shown.put(RefusalCode.DUPLICATE, "execution.ExactlyOnceTest");
        shown.put(RefusalCode.INVARIANT_BROKEN, "execution.SelfHaltTest");
        shown.put(RefusalCode.MOTIONS_TOO_MANY, "rules.BoundsTest");
        shown.put(RefusalCode.MOTION_VOICES_TOO_MANY, "rules.BoundsTest");
        shown.put(RefusalCode.KEYS_TOO_MANY, "rules.BoundsTest");
        shown.put(RefusalCode.ATTESTORS_TOO_MANY, "rules.BoundsTest");
        shown.put(RefusalCode.ROLES_TOO_MANY, "rules.RoleRulesTest");
        shown.put(RefusalCode.LOTS_TOO_MANY, "rules.BestFitTest");
        shown.put(RefusalCode.INSTRUCTIONS_TOO_MANY, "execution.SettlementInvariantsTest");
        shown.put(RefusalCode.ENCUMBRANCES_TOO_MANY, "rules.KnownFailuresTest");
        shown.put(RefusalCode.RESTRICTIONS_TOO_MANY, "rules.KnownFailuresTest");
        return shown;
    }
}

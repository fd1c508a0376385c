package org.khazana.ledger.rules;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.instrument.ContractForm;
import org.khazana.ledger.instrument.DayCount;
import org.khazana.ledger.instrument.Frequency;
import org.khazana.ledger.instrument.RegisterMode;
import org.khazana.ledger.operation.AmendCeiling;
import org.khazana.ledger.operation.AmendInstrument;
import org.khazana.ledger.operation.CreateBill;
import org.khazana.ledger.operation.CreateBond;
import org.khazana.ledger.operation.CreateOtherAsset;
import org.khazana.ledger.operation.CreateProgramme;
import org.khazana.ledger.operation.CreateReserve;
import org.khazana.ledger.operation.CreateSukuk;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.PauseAsset;
import org.khazana.ledger.operation.ResumeAsset;

/** Programmes and instruments in the words of a rule table; what is not said with {@code name=value} is as it usually is. */
final class InstrumentWords {
    private static final Hash DOCUMENT = Domain.GENESIS.hash(new byte[] {1});
    private static final String USUAL =
            "currency=PKR face=500000 issue=2024-01-15 maturity=2029-01-15 authorised=1000 minimum=1 "
                    + "multiple=1 mode=NATIVE rate=14500000 frequency=SEMI_ANNUAL days=A006 record=1 unit=GRM scale=3 amount=1000 "
                    + "contract=CONVENTIONAL transferable=true name=name";

    private final AssetCode isin;
    private final Map<String, String> said;

    private InstrumentWords(AssetCode isin, Map<String, String> said) {
        this.isin = isin;
        this.said = said;
    }

    static Operation read(String[] words) {
        return switch (words[0]) {
            case "programme" ->
                new CreateProgramme(
                        words[1], named(words, 4), new AssetCode(words[2]), Attempt.number(words[3]), DOCUMENT);
            case "ceiling" -> new AmendCeiling(words[1], new AssetCode(words[2]), Attempt.number(words[3]), DOCUMENT);
            case "define" -> {
                Map<String, String> said = values(USUAL.split(" "), 0);
                said.putAll(values(words, 3));
                yield new InstrumentWords(new AssetCode(words[2]), said).definition(words[1]);
            }
            case "amend-terms" -> new InstrumentWords(Attempt.asset(words[1]), values(words, 2)).amendment();
            case "pause" ->
                new PauseAsset(
                        Attempt.asset(words[1]),
                        has(words, "issuing"),
                        has(words, "transfers"),
                        has(words, "pledging"),
                        has(words, "retiring"));
            case "resume-asset" ->
                new ResumeAsset(
                        Attempt.asset(words[1]),
                        has(words, "issuing"),
                        has(words, "transfers"),
                        has(words, "pledging"),
                        has(words, "retiring"));
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private static String named(String[] words, int place) {
        return words.length > place ? words[place].replace("_", " ") : "a programme";
    }

    private static boolean has(String[] words, String sought) {
        return Arrays.asList(words).contains(sought);
    }

    private static Map<String, String> values(String[] words, int from) {
        Map<String, String> values = new TreeMap<>();
        for (int i = from; i < words.length; i++) {
            String[] pair = words[i].split("=", 2);
            values.put(pair[0], pair[1]);
        }
        return values;
    }

    private Operation definition(String ofClass) {
        return switch (ofClass) {
            case "bill" -> bill();
            case "bond" -> bond();
            case "sukuk" -> sukuk();
            case "reserve" -> reserve();
            case "other" -> other();
            default -> throw new IllegalArgumentException(ofClass);
        };
    }

    private CreateBill bill() {
        return new CreateBill(
                isin,
                name(),
                cfi("DYZTXR"),
                programme(),
                currency(),
                number("face"),
                day("issue"),
                day("maturity"),
                number("authorised"),
                number("minimum"),
                number("multiple"),
                mode(),
                maybe("attestors"),
                maybe("hours"),
                Optional.empty());
    }

    private CreateBond bond() {
        return new CreateBond(
                isin,
                name(),
                cfi("DBFTFR"),
                programme(),
                currency(),
                number("face"),
                day("issue"),
                day("maturity"),
                number("rate"),
                Frequency.valueOf(text("frequency")),
                DayCount.valueOf(text("days")),
                number("record"),
                number("authorised"),
                number("minimum"),
                number("multiple"),
                mode(),
                maybe("attestors"),
                maybe("hours"),
                Optional.empty());
    }

    private CreateSukuk sukuk() {
        return new CreateSukuk(
                isin,
                name(),
                cfi("DBFTFR"),
                programme(),
                DOCUMENT,
                currency(),
                number("face"),
                day("issue"),
                day("maturity"),
                number("rate"),
                Frequency.valueOf(text("frequency")),
                DayCount.valueOf(text("days")),
                number("record"),
                number("authorised"),
                number("minimum"),
                number("multiple"),
                mode(),
                maybe("attestors"),
                maybe("hours"),
                Optional.empty());
    }

    private CreateReserve reserve() {
        return new CreateReserve(
                isin,
                name(),
                cfi("MMPXXX"),
                text("unit"),
                number("scale"),
                number("amount"),
                day("issue"),
                number("authorised"),
                number("minimum"),
                number("multiple"),
                maybe("attestors").orElse(2L),
                maybe("hours").orElse(24L),
                Optional.empty());
    }

    private CreateOtherAsset other() {
        return new CreateOtherAsset(
                isin,
                name(),
                cfi("MMMXXX"),
                programme(),
                currency(),
                number("face"),
                day("issue"),
                text("maturity").equals("none") ? Optional.empty() : Optional.of(day("maturity")),
                ContractForm.valueOf(text("contract")),
                Boolean.parseBoolean(text("transferable")),
                number("authorised"),
                number("minimum"),
                number("multiple"),
                mode(),
                maybe("attestors"),
                maybe("hours"),
                Optional.empty());
    }

    private AmendInstrument amendment() {
        return new AmendInstrument(
                isin,
                Optional.ofNullable(said.get("name")).map(name -> name.replace("_", " ")),
                maybe("authorised"),
                maybe("minimum"),
                maybe("multiple"),
                Optional.ofNullable(said.get("sheet"))
                        .map(sheet -> Domain.GENESIS.hash(sheet.getBytes(StandardCharsets.UTF_8))));
    }

    private String text(String name) {
        return Objects.requireNonNull(said.get(name), name);
    }

    private String name() {
        return text("name").replace("_", " ");
    }

    private long number(String name) {
        return Attempt.number(text(name));
    }

    private Optional<Long> maybe(String name) {
        return Optional.ofNullable(said.get(name)).map(Attempt::number);
    }

    private int day(String name) {
        return civilDay(text(name));
    }

    /** A date, or {@code today}. */
    static int civilDay(String word) {
        return word.equals("today")
                ? TestNetwork.START_DAY
                : Math.toIntExact(LocalDate.parse(word).toEpochDay());
    }

    private AssetCode currency() {
        return new AssetCode(text("currency"));
    }

    private String cfi(String usual) {
        return said.getOrDefault("cfi", usual);
    }

    private Optional<String> programme() {
        return Optional.ofNullable(said.get("programme"));
    }

    private RegisterMode mode() {
        return RegisterMode.valueOf(text("mode"));
    }
}

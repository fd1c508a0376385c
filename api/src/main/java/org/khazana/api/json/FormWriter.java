package org.khazana.api.json;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.khazana.ledger.form.Field;
import org.khazana.ledger.form.Form;
import org.khazana.ledger.form.Kind;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.OperationForms;

/** Writes records as JSON, as their {@link Form} tells: what {@link FormReader} would read again. */
public final class FormWriter {
    private static final int DIRECTORY_DIGITS = 8;

    private final Denominations denominations;

    public FormWriter(Denominations denominations) {
        this.denominations = denominations;
    }

    /** Its type first, then its fields in order, without those that are empty and may be left out. */
    public Map<String, Object> write(Operation operation) {
        Form<?> form = OperationForms.of(operation);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", form.name());
        json.putAll(write(new Written(form, (Record) operation, null)));
        return json;
    }

    /**
     * A record that is being written.
     *
     * @param whole what it is a part of; null for one that stands by itself
     */
    private record Written(
            Form<?> form, Record record, @Nullable Written whole) {
        /** Of the asset of an amount, which may be that of the whole. */
        Object value(String field) {
            return form.field(field).isEmpty() && whole != null
                    ? whole.value(field)
                    : form.field(field).orElseThrow().of(record);
        }
    }

    private Map<String, Object> write(Written holder) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (Field field : holder.form().fields()) {
            Object value = field.of(holder.record());
            switch (field.occurrence()) {
                case ONCE -> json.put(field.name(), value(field.kind(), value, holder));
                case AT_MOST_ONCE ->
                    ((Optional<?>) value).ifPresent(each -> json.put(field.name(), value(field.kind(), each, holder)));
                case REPEATED -> {
                    List<?> values = (List<?>) value;
                    if (!(values.isEmpty() && field.mayBeLeftOut())) {
                        json.put(
                                field.name(),
                                values.stream()
                                        .map(each -> value(field.kind(), each, holder))
                                        .toList());
                    }
                }
            }
        }
        return json;
    }

    private Object value(Kind kind, Object value, Written holder) {
        return switch (kind) {
            case Kind.Plain plain -> plain(plain, value);
            case Kind.Money money -> amount(value, money.in(), holder);
            case Kind.Quantity quantity -> amount(value, quantity.of(), holder);
            case Kind.Whole whole -> value;
            case Kind.Text text -> value;
            case Kind.Reference reference -> value;
            case Kind.Choice choice -> value.toString();
            case Kind.Part part -> write(new Written(part.form(), (Record) value, holder));
        };
    }

    private String amount(Object value, String assetField, Written holder) {
        return AmountText.write((long) value, codeOf(holder.value(assetField)), denominations);
    }

    /** A quantity is only there together with its asset. */
    private static AssetCode codeOf(Object asset) {
        return (AssetCode) (asset instanceof Optional<?> optional ? optional.orElseThrow() : asset);
    }

    private Object plain(Kind.Plain kind, Object value) {
        return switch (kind) {
            case ACCOUNT -> ((AccountId) value).number();
            case PARTY -> ((PartyId) value).number();
            case ASSET, SHA_256, PUBLIC_KEY, TOKENS -> value.toString();
            case DAY -> LocalDate.ofEpochDay((int) value).toString();
            case INSTANT -> Instant.ofEpochMilli((long) value).toString();
            case DIRECTORY -> HexFormat.of().toHexDigits((long) value, DIRECTORY_DIGITS);
            case FLAG -> value;
            case OPERATION -> write((Operation) value);
        };
    }
}

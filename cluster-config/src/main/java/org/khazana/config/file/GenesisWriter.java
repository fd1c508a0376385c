package org.khazana.config.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.khazana.config.Genesis;
import org.khazana.config.Genesis.FoundingAccount;
import org.khazana.config.Genesis.FoundingParty;
import org.khazana.config.Genesis.Validator;

/** Writes {@code genesis.json}: always the same bytes for the same genesis. */
final class GenesisWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
    private static final Separators SEPARATORS =
            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
    private static final ObjectWriter JSON = new ObjectMapper()
            .writer(new DefaultPrettyPrinter(SEPARATORS)
                    .withObjectIndenter(INDENTER)
                    .withArrayIndenter(INDENTER));

    private GenesisWriter() {}

    static byte[] toJson(Genesis genesis) {
        ObjectNode root = NODES.objectNode()
                .put("format", GenesisReader.FORMAT)
                .put("networkName", genesis.networkName())
                .put("createdAtMillis", genesis.createdAtMillis());
        root.set("validators", array(genesis.validators(), GenesisWriter::validator));
        ObjectNode quorum = root.putObject("quorum");
        quorum.set(
                "atLeast",
                array(
                        genesis.quorum().atLeast(),
                        minimum -> NODES.objectNode()
                                .put("group", minimum.group().name())
                                .put("members", minimum.members())));
        root.set(
                "currencies",
                array(
                        genesis.currencies(),
                        currency -> NODES.objectNode()
                                .put("code", currency.code())
                                .put("minorDigits", currency.minorDigits())));
        root.set("parties", array(genesis.parties(), GenesisWriter::party));
        root.set("accounts", array(genesis.accounts(), GenesisWriter::account));
        try {
            return (JSON.writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of texts and numbers was not written", impossible);
        }
    }

    private static ObjectNode validator(Validator validator) {
        return NODES.objectNode()
                .put("id", validator.id())
                .put("directory", HexFormat.of().toHexDigits(validator.directory(), 8))
                .put("organisation", validator.organisation())
                .put("group", validator.group().name())
                .put("tlsKeySha256", validator.tlsKeySha256())
                .put("signingKey", validator.signingKey());
    }

    private static ObjectNode party(FoundingParty party) {
        ObjectNode node = NODES.objectNode().put("id", party.id()).put("name", party.name());
        node.set("roles", array(party.roles(), NODES::textNode));
        node.set("keys", array(party.keys(), NODES::textNode));
        return node;
    }

    private static ObjectNode account(FoundingAccount account) {
        ObjectNode node = NODES.objectNode().put("id", account.id()).put("owner", account.owner());
        account.controller().ifPresent(controller -> node.put("controller", controller));
        return node.put("kind", account.kind()).put("debitRule", account.debitRule());
    }

    private static <T> ArrayNode array(List<T> values, Function<T, JsonNode> toNode) {
        ArrayNode array = NODES.arrayNode();
        values.forEach(value -> array.add(toNode.apply(value)));
        return array;
    }
}

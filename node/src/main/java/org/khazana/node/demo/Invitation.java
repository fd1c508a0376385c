package org.khazana.node.demo;

import java.net.URI;
import java.nio.file.Path;
import org.khazana.node.supervision.LocalCluster;

/** What to try next on the validators that stay up: commands that work as they stand. */
final class Invitation {
    private final LocalCluster cluster;
    private final Path folder;
    private final Narrator narrator;

    Invitation(LocalCluster cluster, Path folder, Narrator narrator) {
        this.cluster = cluster;
        this.folder = folder;
        this.narrator = narrator;
    }

    void tell() {
        URI first = cluster.nodes().getFirst().url();
        URI last = cluster.nodes().getLast().url();
        narrator.chapter("The four validators stay up until you press Ctrl-C. Try, in another terminal:");
        narrator.show("curl -s " + first + "/v1/cluster");
        narrator.show("curl -s " + first + "/v1/assets/" + Bill.ISIN);
        narrator.show("curl -s " + first + "/v1/assets/" + Bill.ISIN + "/serials/1");
        narrator.show("curl -s " + first + "/v1/programmes/" + Bill.PROGRAMME);
        narrator.show("curl -s " + last + "/v1/accounts/" + Holder.AMNA.account() + "/positions");
        narrator.show("curl -s " + last + "/v1/blocks/latest");
        narrator.show("khazana cluster status --dir " + folder);
        narrator.show("");
        narrator.show("Bilal's custodian passes 100 tokens on to Amna:");
        narrator.show("khazana tx prepare transferTokens --url " + first + " --sender 4 --isin " + Bill.ISIN
                + " --from " + Holder.BILAL.account() + " --to " + Holder.AMNA.account() + " --quantity 100 \\");
        narrator.show(
                "  | khazana tx sign --key " + folder.resolve("parties").resolve(Actor.CUSTODIAN.keyFile()) + " \\");
        narrator.show("  | khazana tx submit --url " + last);
        narrator.show("");
        narrator.show("The whole interface: " + first + "/docs");
    }
}

package org.khazana.storage.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.khazana.ledger.table.Table;

class StoreTablesTest {
    /** Those of the ledger and those of the store lie side by side in one database. */
    @Test
    void noTwoTablesHaveTheSameNameOrNumber() {
        assertThat(StoreTables.all()).extracting(Table::name).doesNotHaveDuplicates();
        assertThat(StoreTables.all()).extracting(Table::number).doesNotHaveDuplicates();
    }
}

package org.khazana.ledger.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.table.Table;

class TablesTest {
    @Test
    void allHaveNumbersAndNamesOfTheirOwnInOrder() {
        List<Table<?, ?>> tables = Tables.all();

        assertThat(tables).extracting(Table::number).doesNotHaveDuplicates().isSorted();
        assertThat(tables).extracting(Table::name).doesNotHaveDuplicates();
        for (Table<?, ?> table : tables) {
            table.indexes()
                    .forEach(index -> assertThat(tables.contains(index.table()))
                            .as("the index %s", index.table())
                            .isTrue());
        }
    }
}

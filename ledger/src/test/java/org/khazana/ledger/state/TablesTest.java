package org.khazana.ledger.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.table.Index;
import org.khazana.ledger.table.Table;

class TablesTest {
    @Test
    void allHaveNumbersAndNamesOfTheirOwnInOrder() {
        List<Table<?, ?>> tables = Tables.all();

        assertThat(tables).extracting(Table::number).doesNotHaveDuplicates().isSorted();
        assertThat(tables).extracting(Table::name).doesNotHaveDuplicates();
        Set<Table<?, ?>> indexes = tables.stream()
                .flatMap(table -> table.indexes().stream())
                .map(Index::table)
                .collect(Collectors.toSet());
        for (Table<?, ?> table : tables) {
            assertThat(table.isIndex()).isEqualTo(indexes.contains(table));
            table.indexes()
                    .forEach(index -> assertThat(tables.contains(index.table()))
                            .as("the index %s", index.table())
                            .isTrue());
        }
    }
}

package storetest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// queries prepares every query on the database: the code is generated for
// PostgreSQL, and SQLite must take the same text.
func queries(t *testing.T, url string) {
	kind := enter(t, url).Kind()
	pool := Raw(t, url)
	n := 0
	for name, query := range all(t, "differ/claim_"+string(kind)+".sql") {
		n++
		s, err := pool.PrepareContext(t.Context(), query)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if err := s.Close(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if n < 50 {
		t.Errorf("only %d queries found", n)
	}
}

// all are the queries of the store, by name, with one that is there for one
// database only.
func all(t *testing.T, differs string) map[string]string {
	files, err := filepath.Glob("queries/*.sql")
	if err != nil || len(files) == 0 {
		t.Fatal("no queries here", err)
	}
	found := map[string]string{differs: read(t, differs)}
	for _, file := range files {
		for _, part := range strings.Split("\n"+read(t, file), "\n-- name: ")[1:] {
			head, query, _ := strings.Cut(part, "\n")
			found[file+" "+head] = strings.TrimSuffix(strings.TrimSpace(query), ";")
		}
	}
	return found
}

func read(t *testing.T, file string) string {
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

var columns = map[string]string{
	"sqlite": `SELECT m.type, m.name, p.name, CASE WHEN m.type = 'view' THEN '' ELSE lower(p.type) END,
		CASE WHEN m.type = 'view' OR p."notnull" OR p.pk > 0 THEN 'NO' ELSE 'YES' END
		FROM sqlite_master m JOIN pragma_table_info(m.name) p
		WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'sqlite_%' AND m.name <> 'goose_db_version'
		UNION ALL SELECT 'index', tbl_name, name, '', '' FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name <> 'goose_db_version'`,
	"postgres": `SELECT CASE t.table_type WHEN 'VIEW' THEN 'view' ELSE 'table' END, c.table_name, c.column_name,
		CASE t.table_type WHEN 'VIEW' THEN '' ELSE c.data_type END, CASE t.table_type WHEN 'VIEW' THEN 'NO' ELSE c.is_nullable END
		FROM information_schema.columns c JOIN information_schema.tables t ON t.table_name = c.table_name AND t.table_schema = c.table_schema
		WHERE c.table_schema = 'public' AND c.table_name <> 'goose_db_version'
		UNION ALL SELECT 'index', tablename, indexname, '', '' FROM pg_indexes
		WHERE schemaname = 'public' AND tablename <> 'goose_db_version' AND indexname NOT LIKE '%\_pkey' AND indexname NOT LIKE '%\_key'`,
}

// typed are the types of SQLite, and what they are on PostgreSQL.
var typed = map[string]string{"integer": "bigint", "timestamp": "timestamp with time zone", "blob": "bytea"}

// Columns are all columns and named indexes of a database, one a line, with the
// types that PostgreSQL has for them.
func Columns(t *testing.T, url string) map[string]bool {
	kind := enter(t, url).Kind()
	rows, err := Raw(t, url).QueryContext(t.Context(), columns[string(kind)])
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	found := map[string]bool{}
	for rows.Next() {
		var what, table, column, of, null string
		if err := rows.Scan(&what, &table, &column, &of, &null); err != nil {
			t.Fatal(err)
		}
		if other, ok := typed[of]; ok {
			of = other
		}
		found[fmt.Sprintf("%s %s.%s %s null %s", what, table, column, of, null)] = true
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return found
}
